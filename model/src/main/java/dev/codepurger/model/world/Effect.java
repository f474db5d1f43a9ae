package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSortedSet;

/** What the purger does to the node, as the effect channel shows it. Processes go by name, {@code purger} among them. */
public sealed interface Effect {

    /** {@code prepare} was called and said whether there is old code. */
    record Prepared(String module, boolean old) implements Effect {}

    /** The failed on_load code was made the old code. */
    record PreparedOnLoad(String module) implements Effect {}

    /** A pending on_load was ended. */
    record Finished(String module, boolean keep) implements Effect {}

    /** The processes to ask were listed. */
    record Snapshot(ImmutableSortedSet<String> processes) implements Effect {}

    /** A process was asked. */
    record Requested(String process) implements Effect {}

    /** An answer was consumed. */
    record Answered(String process, boolean refers) implements Effect {}

    /** A victim was monitored. */
    record Monitored(String process) implements Effect {}

    /** A kill was sent. */
    record KillIssued(String process) implements Effect {}

    /** The death of a victim was noted. */
    record Killed(String process) implements Effect {}

    /** A message was put away for later; {@code what} is its tag. */
    record Saved(String what) implements Effect {}

    /** A message was thrown away; {@code what} is its tag. */
    record Dropped(String what) implements Effect {}

    /** Old code was removed. */
    record Completed(String module) implements Effect {}

    /** A purge was given up. */
    record Aborted(String module) implements Effect {}
}
