package dev.codepurger.conformance.cases;

/** How an attempt ended. */
public enum Ending {
    /** Everything that was seen conforms. */
    PASSED,
    /** The model allows no such trace. */
    VIOLATED,
    /** The model allows the trace, but the case expected something else. */
    UNEXPECTED,
    /** A bound of the oracle was hit. */
    BOUND,
    /** What was tried does not come to everything that matters. */
    UNREACHED,
    /** The subject did not answer in time. */
    TIMED_OUT,
    /** The subject broke. */
    BROKEN,
    /** The run was ended from outside. */
    INTERRUPTED;

    /** Was something seen that must not be? */
    public boolean failed() {
        return this == VIOLATED || this == UNEXPECTED || this == BROKEN;
    }

    /** Can nothing be said? */
    public boolean inconclusive() {
        return this == BOUND || this == UNREACHED || this == TIMED_OUT || this == INTERRUPTED;
    }
}
