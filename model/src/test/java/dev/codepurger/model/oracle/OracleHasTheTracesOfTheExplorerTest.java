package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Outside;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle accepts all that the explorer shows, and nothing else. Every label of an alphabet is tried wherever a trace of the explorer can come to, so
 * that all single changes of all traces are among what is compared: an event dropped, doubled, swapped with another, its result changed.
 */
@Tag("slow")
class OracleHasTheTracesOfTheExplorerTest {

    private static PurgeOracle oracle(Outside world, OracleOptions options) {
        return PurgeOracle.of(world.profile(), options).observeAll(world.before());
    }

    @ParameterizedTest
    @MethodSource("dev.codepurger.model.oracle.Scene#scenes")
    @DisplayName("the oracle and the explorer have the same traces")
    void same(Scene scene) {
        Outside world = scene.world();
        SameLanguage<Outside.State> both = new SameLanguage<>(world, scene.alphabet());
        assertEquals(Optional.empty(), both.compare(oracle(world, OracleOptions.DEFAULT), scene.stimuli()), scene.name());
        System.out.println(scene.name() + ": " + both.states() + " states, " + both.places() + " places, " + both.traces(16) + " traces");
    }

    @ParameterizedTest
    @EnumSource(names = {"PURGE_3", "KILL_8", "SOFT_4", "QUEUE_1", "LIVE_5", "MODULE_6"})
    @DisplayName("an oracle that does not demand a rule has others")
    void otherwise(Rule rule) {
        Scene scene = Scene.scenes().get(0);
        Outside world = scene.world();
        Optional<SameLanguage.Difference> difference = new SameLanguage<>(world, scene.alphabet())
                .compare(oracle(world, OracleOptions.DEFAULT.relaxing(ImmutableSet.of(rule))), 2);
        assertTrue(difference.isPresent() && !difference.get().byExplorer(), () -> rule + ": " + difference);
    }

    /** The world of the oracle, which says of some labels that they need not be looked for behind a state that shows them, though they must be. */
    private record Hasty(PurgeWorld world, Class<? extends Label> labels) implements OpenSystem<World, Label> {

        @Override
        public World initial() {
            return world.initial();
        }

        @Override
        public List<World> internal(World state) {
            return world.internal(state);
        }

        @Override
        public List<World> after(World state, Label label) {
            return world.after(state, label);
        }

        @Override
        public List<Label> outputs(World state) {
            return world.outputs(state);
        }

        @Override
        public boolean persistent(World state, Label label) {
            return labels.isInstance(label) || world.persistent(state, label);
        }

        @Override
        public boolean unnoticed(Label label) {
            return world.unnoticed(label);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Label.Did.class, Label.Down.class, Label.Observation.class})
    @DisplayName("an oracle that looks for less than it has to accepts less, and it is seen")
    void pruned(Class<? extends Label> labels) {
        boolean seen = false;
        for (Scene scene : Scene.scenes()) {
            if (seen) {
                return;
            }
            Outside world = scene.world();
            PurgeWorld model = new PurgeWorld(Settings.of(world.profile()));
            List<World> begin = List.of(model.initial());
            for (Label label : world.before()) {
                begin = model.after(begin.get(0), label);
            }
            SameLanguage.Acceptor hasty = SameLanguage.Acceptor.of(new StateSet<>(new Hasty(model, labels), begin, 200_000));
            Optional<SameLanguage.Difference> difference = new SameLanguage<>(world, scene.alphabet()).compare(hasty, 2);
            assertTrue(difference.isEmpty() || difference.get().byExplorer(), difference::toString);
            seen = difference.isPresent();
        }
        assertTrue(seen, "nobody saw that " + labels + " was pruned");
    }

    @Test
    @DisplayName("an explorer whose purger does not obey a rule has others")
    void stricter() {
        Scene scene = Scene.scenes().get(0);
        Outside world = new Outside(scene.configuration(), scene.profile(), Set.of(Rule.SOFT_4));
        Optional<SameLanguage.Difference> difference = new SameLanguage<>(world, scene.alphabet())
                .compare(oracle(world, OracleOptions.DEFAULT), 2);
        assertTrue(difference.isPresent() && difference.get().byExplorer(), difference::toString);
    }
}
