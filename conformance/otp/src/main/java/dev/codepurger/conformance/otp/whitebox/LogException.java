package dev.codepurger.conformance.otp.whitebox;

/** A log cannot be read, or is none. */
public final class LogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogException(String message) {
        super(message);
    }

    LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
