package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Priority;
import dev.codepurger.impl.kernel.RequestKind;
import org.jspecify.annotations.Nullable;

/** One thing that the harness sees of its processes. */
public sealed interface Observation {

    /**
     * A process took a reply from its mailbox.
     *
     * @param process who
     * @param kind what was asked for
     * @param answer the result
     * @param ref the reference of the request
     */
    record Reply(String process, RequestKind kind, Answer answer, @Nullable Object ref) implements Observation {}

    /**
     * A process took the answer to a change of the purger's priority from its mailbox.
     *
     * @param process who
     * @param old the priority before, null for an error
     * @param ref the reference of the request
     */
    record PriorityChanged(String process, @Nullable Priority old, @Nullable Object ref) implements Observation {}

    /**
     * A tester took the first handshake from its mailbox.
     *
     * @param process who
     * @param ref the session
     */
    record Started(String process, @Nullable Object ref) implements Observation {}

    /**
     * A tester took the second handshake from its mailbox.
     *
     * @param process who
     * @param ref the session
     */
    record Continued(String process, @Nullable Object ref) implements Observation {}

    /**
     * A tester took its result from its mailbox.
     *
     * @param process who
     * @param answer the result
     * @param ref the session
     */
    record TestPurgeResult(String process, Answer answer, @Nullable Object ref) implements Observation {}

    /**
     * A process died. The purger hears of it by a signal of its own, before or after.
     *
     * @param process who
     * @param reason {@code normal}, {@code killed}, {@code undef} or {@code badfun}
     */
    record Down(String process, String reason) implements Observation {}

    /**
     * The purger died, and the node with it. Always the last observation.
     *
     * @param reason {@code killed}, {@code badarg}, or {@code crash} for an error in the purger's own code
     */
    record PurgerDown(String reason) implements Observation {}

    /**
     * A call returned.
     *
     * @param call the name that the harness gave it
     * @param outcome how
     */
    record Returned(String call, Outcome outcome) implements Observation {}
}
