package dev.codepurger.conformance.subject;

import java.time.Duration;

/** A subject did not answer, or did not come to rest, within the stated time. Nothing can be said about it then. */
public final class SubjectTimeoutException extends SubjectException {
    private static final long serialVersionUID = 1L;

    private final Duration timeout;

    /** With what was waited for, as a clause such as {@code did not come to rest}. */
    public SubjectTimeoutException(String what, Duration timeout) {
        this(what, timeout, "");
    }

    /** With more to say about it behind that. */
    public SubjectTimeoutException(String what, Duration timeout, String more) {
        super("the subject " + what + " within " + timeout.toMillis() + " ms" + more);
        this.timeout = timeout;
    }

    /** How long was waited. */
    public Duration timeout() {
        return timeout;
    }
}
