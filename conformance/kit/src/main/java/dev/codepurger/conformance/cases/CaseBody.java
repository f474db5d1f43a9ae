package dev.codepurger.conformance.cases;

/** What a case does: one attempt for a directed case, many for a generated one. */
@FunctionalInterface
public interface CaseBody {

    /** The attempt that decides: the first that did not pass, as short as it can be made, or the last. */
    Attempt run(Attempts attempts);

    /** Does it look at the subject? A case that is about the suite is the same through every channel, and runs once. */
    default boolean looksAtSubject() {
        return true;
    }

    /** One script, once. */
    static CaseBody once(Script script) {
        return attempts -> attempts.attempt(script);
    }
}
