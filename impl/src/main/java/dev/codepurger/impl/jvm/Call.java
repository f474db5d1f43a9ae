package dev.codepurger.impl.jvm;

import org.jspecify.annotations.Nullable;

/** A call that a process is in. Guarded by the process. */
final class Call {
    /** Null for the call that a process was spawned with. */
    final @Nullable String name;
    final Target target;
    /** False while it is suspended because of a purge. */
    boolean ready = true;

    Call(@Nullable String name, Target target) {
        this.name = name;
        this.target = target;
    }

    /** What is called. */
    sealed interface Target {}

    /**
     * A function of whatever code is current.
     *
     * @param module the module
     */
    record Function(String module) implements Target {}

    /**
     * A fun: it belongs to one code, whatever is current.
     *
     * @param module the module
     * @param code the code it was made of
     */
    record Fun(String module, Object code) implements Target {}

    /** How an attempt ended. */
    sealed interface Attempt {}

    /**
     * It ran.
     *
     * @param instance the code that ran
     */
    record Ran(CodeInstance instance) implements Attempt {}

    /** It is suspended until the purge is completed or aborted. */
    record Suspended() implements Attempt {}

    /**
     * It failed.
     *
     * @param outcome how
     */
    record Failed(Outcome outcome) implements Attempt {}
}
