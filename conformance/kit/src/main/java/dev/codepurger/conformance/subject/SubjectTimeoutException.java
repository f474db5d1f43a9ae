package dev.codepurger.conformance.subject;

import java.time.Duration;

/** A subject did not answer, or did not come to rest, within the stated time or number of steps. Nothing can be said about it then. */
public final class SubjectTimeoutException extends SubjectException {
    private static final long serialVersionUID = 1L;

    /** With what was waited for, as a clause such as {@code did not come to rest}. */
    public SubjectTimeoutException(String what, Duration timeout) {
        this(what, timeout, "");
    }

    /** With more to say about it behind that. */
    public SubjectTimeoutException(String what, Duration timeout, String more) {
        super("the subject " + what + " within " + timeout.toMillis() + " ms" + more);
    }

    /** For a subject that takes one step at a time, and has taken so many. */
    public SubjectTimeoutException(String what, int steps) {
        super("the subject " + what + " in " + steps + " steps");
    }
}
