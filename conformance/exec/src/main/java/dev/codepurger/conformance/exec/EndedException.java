package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.SubjectException;

/** The process of an adapter has ended while it was asked. */
final class EndedException extends SubjectException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final String standardError;

    EndedException(String message, int exitCode, String standardError) {
        super(message);
        this.exitCode = exitCode;
        this.standardError = standardError;
    }

    int exitCode() {
        return exitCode;
    }

    /** The end of what it wrote there, as it was. */
    String standardError() {
        return standardError;
    }
}
