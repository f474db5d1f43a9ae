package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;

/** Subjects that are programs, for families of their own. */
public final class Programs {
    private Programs() {
    }

    /**
     * Starts the program and asks it who it is.
     *
     * @param name what the command line calls the subject
     * @throws SubjectException if it cannot be started, or does not speak the protocol
     */
    public static SubjectProvider start(String name, Program program) throws SubjectException {
        return ExecProvider.start(name, program);
    }
}
