package dev.codepurger.impl.jvm;

/** Ends the thread of a process that is dead. */
public final class ProcessExitedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProcessExitedException(String process) {
        super("the process has exited: " + process);
    }
}
