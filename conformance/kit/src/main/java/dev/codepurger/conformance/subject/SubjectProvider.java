package dev.codepurger.conformance.subject;

import dev.codepurger.model.purger.Profile;
import java.time.Duration;

/** One kind of subject, by name. */
public interface SubjectProvider {

    /** What it says about itself. */
    SubjectInfo info();

    /** The same when it is opened with this profile, on which what it can do may depend. */
    default SubjectInfo info(Profile profile) {
        return info();
    }

    /**
     * Starts a fresh node.
     *
     * @throws SubjectException if it cannot be started
     */
    Subject open(OpenOptions options) throws SubjectException;

    /** How much longer than another call {@link #open} may take, because a process may have to be started for it; never negative. */
    default Duration starting() {
        return Duration.ZERO;
    }

    /**
     * How many should be open at once if the one who runs the suite does not say: one, unless they are known to have nothing in common but the
     * machine.
     */
    default int atOnce() {
        return 1;
    }

    /** Ends whatever it keeps from one subject to the next, such as a process. Called once nothing more will be opened. */
    default void close() {
        // Most keep nothing.
    }
}
