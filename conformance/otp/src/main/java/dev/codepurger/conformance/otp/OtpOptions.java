package dev.codepurger.conformance.otp;

import com.google.common.base.Splitter;
import dev.codepurger.conformance.subject.SubjectException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the node is run. It stands in the name of the subject, so that a replay line has it: {@code otp:schedulers=4,limit=2}.
 *
 * @param schedulers how many schedulers the system runs on
 * @param limit the limit of outstanding system requests; empty for one that is never reached
 * @param purger the source of the purger to be judged; empty for the one that the emulator has
 */
public record OtpOptions(int schedulers, Optional<Integer> limit, Optional<Path> purger) {
    /** The name without options. */
    public static final String NAME = "otp";
    /** What is done without options. */
    public static final OtpOptions DEFAULT = new OtpOptions(2, Optional.empty(), Optional.empty());
    private static final int MOST_SCHEDULERS = 64;
    private static final int MOST_REQUESTS = 134_217_727;

    /** Is this the name of such a subject, with or without options? */
    static boolean isName(String name) {
        return name.equals(NAME) || name.startsWith(NAME + ":");
    }

    /**
     * Reads a name.
     *
     * @throws SubjectException if an option is unknown, or has no value that makes sense
     */
    static OtpOptions parse(String name) throws SubjectException {
        OtpOptions options = DEFAULT;
        if (name.equals(NAME)) {
            return options;
        }
        String rest = name.substring(NAME.length() + 1);
        // A path may have commas in it, so it comes last.
        int at = rest.startsWith("purger=") ? 0 : rest.indexOf(",purger=") + 1;
        boolean hasPurger = rest.startsWith("purger=", at);
        String head = hasPurger ? rest.substring(0, Math.max(0, at - 1)) : rest;
        for (String one : Splitter.on(',').omitEmptyStrings().split(head)) {
            options = options.with(one);
        }
        return hasPurger ? new OtpOptions(options.schedulers, options.limit, Optional.of(path(rest.substring(at + "purger=".length()))))
                : options;
    }

    private OtpOptions with(String option) throws SubjectException {
        List<String> parts = Splitter.on('=').limit(2).splitToList(option);
        String value = parts.size() == 2 ? parts.get(1) : "";
        return switch (parts.get(0)) {
            case "schedulers" -> new OtpOptions(number(option, value, MOST_SCHEDULERS), limit, purger);
            case "limit" -> new OtpOptions(schedulers, Optional.of(number(option, value, MOST_REQUESTS)), purger);
            default -> throw new SubjectException(
                    "otp has no option '" + option + "'; it is used as otp, or as otp:schedulers=N,limit=N,purger=FILE");
        };
    }

    private static int number(String option, String value, int most) throws SubjectException {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SubjectException("'" + option + "' of otp wants a number from 1 to " + most, e);
        }
        throw new SubjectException("'" + option + "' of otp wants a number from 1 to " + most);
    }

    private static Path path(String text) throws SubjectException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new SubjectException("the purger of otp is no path", e);
        }
    }

    /** The name of the subject with these options. */
    public String name() {
        List<String> all = new ArrayList<>();
        if (schedulers != DEFAULT.schedulers) {
            all.add("schedulers=" + schedulers);
        }
        limit.ifPresent(one -> all.add("limit=" + one));
        purger.ifPresent(one -> all.add("purger=" + one));
        return all.isEmpty() ? NAME : NAME + ":" + String.join(",", all);
    }
}
