package dev.codepurger.conformance.subject;

import org.jspecify.annotations.Nullable;

/** A subject could not do what it was asked, or broke. The message is one sentence for the person who runs the suite. */
public class SubjectException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the sentence alone. */
    public SubjectException(String message) {
        super(message);
    }

    /** With what led to it. */
    public SubjectException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
