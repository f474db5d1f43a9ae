package dev.codepurger.impl.kernel;

/** Ends the purger's thread: the purger was killed, or its kernel was stopped. Purger code never catches it. */
public final class KernelStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The exit reason of the purger. */
    private final String reason;

    /**
     * Makes the exception.
     *
     * @param reason {@code killed} for a killed purger, {@code closed} for a stopped kernel
     */
    public KernelStoppedException(String reason) {
        super("the purger has ended: " + reason);
        this.reason = reason;
    }

    /**
     * Returns why the purger ended.
     *
     * @return the exit reason
     */
    public String reason() {
        return reason;
    }
}
