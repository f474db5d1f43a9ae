package dev.codepurger.cli;

import dev.codepurger.conformance.run.Verdict;

/** Ends a command with a message for the person who gave it. */
final class CliException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Verdict verdict;

    CliException(Verdict verdict, String message, Throwable... cause) {
        super(message, cause.length == 0 ? null : cause[0]);
        this.verdict = verdict;
    }

    /** Something in the command is wrong. */
    static CliException usage(String message, Throwable... cause) {
        return new CliException(Verdict.USAGE, message, cause);
    }

    Verdict verdict() {
        return verdict;
    }
}
