package dev.codepurger.conformance.otp;

import com.google.common.base.Splitter;
import dev.codepurger.conformance.subject.SubjectException;
import java.util.List;

/**
 * How the node is run. It stands in the name of the subject, so that a replay line has it: {@code otp:schedulers=4}.
 *
 * @param schedulers how many schedulers the system runs on
 */
record OtpOptions(int schedulers) {
    /** The name without options. */
    static final String NAME = "otp";
    /** What is done without options. */
    static final OtpOptions DEFAULT = new OtpOptions(2);
    private static final int MOST_SCHEDULERS = 64;

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
            for (String one : Splitter.on(',').split(name.substring(NAME.length() + 1))) {
                options = options.with(one);
            }
        }
        return options;
    }

    private OtpOptions with(String option) throws SubjectException {
        List<String> parts = Splitter.on('=').limit(2).splitToList(option);
        if (!parts.get(0).equals("schedulers")) {
            throw new SubjectException("otp has no option '" + option + "'; it is used as otp, or as otp:schedulers=N");
        }
        try {
            int number = Integer.parseInt(parts.size() == 2 ? parts.get(1) : "");
            if (number >= 1 && number <= MOST_SCHEDULERS) {
                return new OtpOptions(number);
            }
        } catch (NumberFormatException e) {
            throw new SubjectException(wanted(option), e);
        }
        throw new SubjectException(wanted(option));
    }

    private static String wanted(String option) {
        return "'" + option + "' of otp wants a number from 1 to " + MOST_SCHEDULERS;
    }

    /** The name of the subject with these options. */
    String name() {
        return equals(DEFAULT) ? NAME : NAME + ":schedulers=" + schedulers;
    }
}
