package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Phase;
import java.util.Arrays;
import java.util.Locale;

/** The phases that a right purger can be in. */
enum PhaseName {
    WAIT_FOR_REQUEST(Phase.WaitForRequest.class, "while the purger waits for a request"),
    CHECK_REQUESTS(Phase.CheckRequests.class, "between a reply and the next saved request"),
    ON_LOAD_FAILED(Phase.OnLoadFailed.class, "between the end of a failed on_load and its purge", Capability.ON_LOAD),
    PREPARED(Phase.Prepared.class, "when the module has been prepared"),
    STARTED(Phase.Started.class, "while a session is held at started"),
    CHECK(Phase.Check.class, "during a check"),
    CHECKED(Phase.Checked.class, "between a check and its continued"),
    CONTINUED(Phase.Continued.class, "while a session is held at continued"),
    FINISH(Phase.Finish.class, "before the purger completes or aborts"),
    ANSWER(Phase.Answer.class, "before the purger answers"),
    TERMINATED(Phase.Terminated.class, "when the purger is dead", Capability.KILL_PURGER);

    private final Class<? extends Phase> type;
    private final String when;
    private final ImmutableSet<Capability> needs;

    PhaseName(Class<? extends Phase> type, String when, Capability... needs) {
        this.type = type;
        this.when = when;
        this.needs = Sets.immutableEnumSet(Arrays.asList(needs));
    }

    Class<? extends Phase> type() {
        return type;
    }

    /** When that is, to be read after something that happens. */
    String when() {
        return when;
    }

    Capability[] needs() {
        return needs.toArray(Capability[]::new);
    }

    boolean isOver() {
        return this == TERMINATED;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
