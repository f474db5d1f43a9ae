package dev.codepurger.conformance.subject;

/** One kind of subject, by name. */
public interface SubjectProvider {

    /** What it says about itself. */
    SubjectInfo info();

    /**
     * Starts a fresh node.
     *
     * @throws SubjectException if it cannot be started
     */
    Subject open(OpenOptions options) throws SubjectException;

    /** Ends whatever it keeps from one subject to the next, such as a process. Called once nothing more will be opened. */
    default void close() {
        // Most keep nothing.
    }
}
