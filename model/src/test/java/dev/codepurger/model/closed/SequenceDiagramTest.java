package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Profile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SequenceDiagramTest {

    private static final Configuration WORLD = new Configuration("any", "any", new Configuration.Codes(true, true, false),
            ImmutableList.of(Plan.of("p", Place.OLD), Plan.of("q", Place.OLD)), 1, 1, 0, ImmutableSet.of());
    private static final ClosedState STATE = new ClosedWorld(WORLD, Profile.HARDENED).initial();

    private static Transition<ClosedState, Move> step(Move.Kind kind, String who, String text, Move.Effect... effects) {
        return new Transition<>(new Move(kind, who, text, ImmutableList.copyOf(effects)), STATE);
    }

    private static final Transition<ClosedState, Move> ASKS = step(Move.Kind.REQUEST, "p", "purge, p#1",
            new Move.Effect("purger", "purge, p#1"));
    private static final Transition<ClosedState, Move> TAKES = step(Move.Kind.PURGER, "purger", "takes purge",
            new Move.Effect("q", "check"), new Move.Effect("purger", "prepare"));
    private static final Transition<ClosedState, Move> DIES = step(Move.Kind.DIE, "q", "dies");
    private static final Transition<ClosedState, Move> LOADS = step(Move.Kind.LOAD, "loader", "loads",
            new Move.Effect("loader", "new code"));

    @Test
    @DisplayName("what somebody gets is an arrow, and what else is done a note; at the end it says what is waited for")
    void trace() {
        assertEquals("""
                sequenceDiagram
                    participant p
                    participant q
                    participant purger
                    participant loader
                    p->>purger: purge, p#35;1
                    Note over purger: takes purge
                    purger->>q: check
                    Note over purger: prepare
                    Note over q: dies
                    Note over loader: loads
                    Note over loader: new code
                    Note over purger: waits for a request
                """, SequenceDiagram.of(WORLD, new Trace<>(STATE, ImmutableList.of(ASKS, TAKES, DIES, LOADS))));
    }

    @Test
    @DisplayName("a loop stands in a frame behind the way to it, and who is in it alone takes part")
    void loop() {
        assertEquals("""
                sequenceDiagram
                    participant p
                    participant q
                    participant purger
                    participant loader
                    p->>purger: purge, p#35;1
                    Note over purger: waits for a request
                    loop over and over, for ever
                    Note over loader: loads
                    Note over loader: new code
                    end
                """, SequenceDiagram.of(WORLD, new Lasso<>(new Trace<>(STATE, ImmutableList.of(ASKS)), ImmutableList.of(LOADS))));
    }

    @Test
    @DisplayName("where nothing happens any more there is no frame")
    void stutters() {
        Trace<ClosedState, Move> way = new Trace<>(STATE, ImmutableList.of(ASKS));
        assertEquals(SequenceDiagram.of(WORLD, way), SequenceDiagram.of(WORLD, new Lasso<>(way, ImmutableList.of())));
    }
}
