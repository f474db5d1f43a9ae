package dev.codepurger.impl.kernel;

/** The {@code badarg} of {@link Kernel#finishAfterOnLoad}: the module has no pending {@code on_load}. */
public final class NoPendingOnLoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param module the module that was named
     */
    public NoPendingOnLoadException(String module) {
        super("badarg: no pending on_load of " + module);
    }
}
