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
}
