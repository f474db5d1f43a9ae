package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Saved;

/** What a phase has put away. */
final class Queues {

    private Queues() {
    }

    /** The saved requests, in the order in which they will be served. */
    static ImmutableList<Message> saved(Phase phase) {
        return put(phase).requests();
    }

    /** The {@code continue}s and {@code complete}s that are kept for a session. */
    static ImmutableList<Message> kept(Phase phase) {
        return put(phase).kept();
    }

    private static Saved put(Phase phase) {
        return switch (phase) {
            case Phase.CheckRequests p -> p.saved();
            case Phase.OnLoadFailed p -> p.saved();
            case Phase.Prepared p -> p.saved();
            case Phase.Started p -> p.saved();
            case Phase.Check p -> p.saved();
            case Phase.Checked p -> p.saved();
            case Phase.Continued p -> p.saved();
            case Phase.Finish p -> p.saved();
            case Phase.Answer p -> p.saved();
            case Phase.WaitForRequest p -> Saved.NOTHING;
            case Phase.Hung p -> Saved.NOTHING;
            case Phase.Terminated p -> Saved.NOTHING;
        };
    }
}
