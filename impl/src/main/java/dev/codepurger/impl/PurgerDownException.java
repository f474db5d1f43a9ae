package dev.codepurger.impl;

/** The purger has ended, so a request was not, or will not be, answered. The cause tells why. */
public final class PurgerDownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param cause what ended the purger
     */
    public PurgerDownException(Throwable cause) {
        super("the purger is down: " + cause.getMessage(), cause);
    }
}
