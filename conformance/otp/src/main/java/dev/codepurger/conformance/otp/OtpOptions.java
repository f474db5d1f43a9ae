package dev.codepurger.conformance.otp;

import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.subject.SubjectException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the node is run. It stands in the name of the subject, so that a replay line has it: {@code otp:schedulers=4,purger=FILE.erl}.
 *
 * @param schedulers how many schedulers the system runs on
 * @param requests how the purger is asked
 * @param purger the source of the purger that is judged in place of the node's own
 */
record OtpOptions(int schedulers, Requests requests, Optional<Path> purger) {
    /** The name without options. */
    static final String NAME = "otp";
    /** What is done without options. */
    static final OtpOptions DEFAULT = new OtpOptions(2, Requests.MESSAGES, Optional.empty());
    private static final int MOST_SCHEDULERS = 64;
    private static final String SCHEDULERS = "schedulers=";
    private static final String FUNCTIONS = "requests=functions";
    /** The last one: whatever follows belongs to the name of the file. */
    private static final String PURGER = "purger=";

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
        if (!name.equals(NAME)) {
            String rest = name.substring(NAME.length() + 1);
            while (!rest.startsWith(PURGER)) {
                int comma = rest.indexOf(',');
                options = options.with(comma < 0 ? rest : rest.substring(0, comma));
                if (comma < 0) {
                    return options;
                }
                rest = rest.substring(comma + 1);
            }
            options = options.withPurger(rest.substring(PURGER.length()));
        }
        return options;
    }

    /** The same, asked in this way. */
    OtpOptions with(Requests how) {
        return new OtpOptions(schedulers, how, purger);
    }

    private OtpOptions with(String option) throws SubjectException {
        if (option.equals(FUNCTIONS)) {
            return with(Requests.FUNCTIONS);
        }
        if (!option.startsWith(SCHEDULERS)) {
            throw new SubjectException("otp has no option '" + Printable.line(option)
                    + "'; it is used as otp, or otp: and one or more of schedulers=N, requests=functions, and, as the last one, purger=FILE.erl");
        }
        String wanted = "'" + Printable.line(option) + "' of otp wants a number from 1 to " + MOST_SCHEDULERS;
        try {
            int number = Integer.parseInt(option.substring(SCHEDULERS.length()));
            if (number >= 1 && number <= MOST_SCHEDULERS) {
                return new OtpOptions(number, requests, purger);
            }
        } catch (NumberFormatException e) {
            throw new SubjectException(wanted, e);
        }
        throw new SubjectException(wanted);
    }

    private OtpOptions withPurger(String file) throws SubjectException {
        try {
            if (!file.isEmpty()) {
                return new OtpOptions(schedulers, requests, Optional.of(Path.of(file)));
            }
        } catch (InvalidPathException e) {
            throw new SubjectException("the purger of otp cannot be the file '" + Printable.line(file) + "'", e);
        }
        throw new SubjectException("'purger=' of otp wants the name of a file");
    }

    /** The name of the subject with these options. */
    String name() {
        List<String> words = new ArrayList<>();
        if (schedulers != DEFAULT.schedulers) {
            words.add(SCHEDULERS + schedulers);
        }
        if (requests == Requests.FUNCTIONS) {
            words.add(FUNCTIONS);
        }
        purger.ifPresent(file -> words.add(PURGER + file));
        return words.isEmpty() ? NAME : NAME + ":" + String.join(",", words);
    }
}
