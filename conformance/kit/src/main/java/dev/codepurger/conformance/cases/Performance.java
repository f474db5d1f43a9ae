package dev.codepurger.conformance.cases;

import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;

/** Something that is done to one fresh node, and judged. It runs in a thread of its own, and another one watches that the subject does not hang. */
public interface Performance {

    /** Does all of it; called once. What the subject throws may be thrown on. */
    Attempt perform(Subject subject) throws SubjectException;

    /** For how many nanoseconds the call that is now inside the subject has been there; 0 for none. Asked from another thread. */
    long nanosInSubject();

    /** Nobody waits for it any more: it may end at its next step. Called from another thread. */
    default void stop() {
    }

    /** The attempt as far as it came, for one that is given up. Asked from another thread. */
    Attempt soFar(Ending ending, String message);
}
