package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Lists;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A trace that begins in the middle is accepted if, and only if, it can be gone on with from the end of some trace that comes to an idle rest. As in
 * {@link OracleHasTheTracesOfTheExplorerTest} every label is tried wherever such a trace can come to.
 */
@Tag("slow")
class MiddleTracesTest {

    private static final OracleOptions MIDDLE = OracleOptions.DEFAULT.missing(new Gaps(ImmutableSet.of(), true, 2));
    /** Whom the traces name; and one whom they never name, who may be there all the same. */
    private static final List<String> NAMES = List.of("c", "p", "unnamed");

    private enum At {
        NOWHERE_AT_ALL, ELSEWHERE, OLD, CURRENT, PENDING
    }

    private enum Row {
        NONE(false, false), CURRENT(true, false), OLD(false, true), BOTH(true, true);

        private final boolean current;
        private final boolean old;

        Row(boolean current, boolean old) {
            this.current = current;
            this.old = old;
        }
    }

    /** What a harness does, and how often. */
    record Scene(String name, Profile profile, List<Stimulus> does, int stimuli) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Scene> scenes() {
        Profile seed = Profile.SEED.withKillLimit(1);
        Stimulus purge = new Stimulus.Purge("r", "m", "c");
        Stimulus soft = new Stimulus.SoftPurge("s", "m", "c");
        Stimulus load = new Stimulus.Load("m", false);
        return List.of(new Scene("purges", seed, List.of(purge, soft, load), 2),
                new Scene("names", seed, List.of(purge, new Stimulus.Alive("p"), new Stimulus.Kill("p"), new Stimulus.Leave("p")), 2),
                new Scene("modules", seed,
                        List.of(load, new Stimulus.Delete("m"), new Stimulus.CheckOldCode("m"), new Stimulus.BeginOnLoad("m")), 3),
                new Scene("ends of an on_load", Profile.HARDENED, List.of(new Stimulus.FinishAfterOnLoad("k", "m", true, "c"),
                        new Stimulus.FinishAfterOnLoad("d", "m", false, "c"), new Stimulus.BeginOnLoad("m")), 2),
                new Scene("few requests", Profile.OTP_25.withRequestsInFlight(1), List.of(purge, soft, new Stimulus.Alive("p")), 2));
    }

    /** Begins anywhere; the world that it begins with is none. */
    private record Anywhere(PurgeWorld world, List<World> begins) implements OpenSystem<Optional<World>, Label> {

        @Override
        public Optional<World> initial() {
            return Optional.empty();
        }

        @Override
        public List<Optional<World>> internal(Optional<World> state) {
            return state.map(world::internal).orElse(begins).stream().map(Optional::of).toList();
        }

        @Override
        public List<Optional<World>> after(Optional<World> state, Label label) {
            return state.map(at -> world.after(at, label)).orElse(List.of()).stream().map(Optional::of).toList();
        }

        @Override
        public List<Label> outputs(Optional<World> state) {
            throw new UnsupportedOperationException("labels are tried, all of them");
        }

        @Override
        public boolean persistent(Optional<World> state, Label label) {
            return false;
        }

        @Override
        public boolean unnoticed(Label label) {
            return false;
        }
    }

    /** All rests with one module and these processes, each come to by something that can be done. */
    private static Anywhere anywhere(Profile profile) {
        PurgeWorld world = new PurgeWorld(Settings.of(profile).namingEverybody());
        List<World> begins = new ArrayList<>();
        for (Row row : Row.values()) {
            for (boolean pending : new boolean[]{false, true}) {
                for (List<At> at : Lists.cartesianProduct(NAMES.stream().map(name -> List.of(At.values())).toList())) {
                    if ((row.old || !at.contains(At.OLD)) && (row.current || !at.contains(At.CURRENT))
                            && (pending || !at.contains(At.PENDING)) && !(row == Row.BOTH && pending)) {
                        begins.add(begin(world, row, pending, at));
                    }
                }
            }
        }
        return new Anywhere(world, begins);
    }

    private static World begin(PurgeWorld system, Row row, boolean pending, List<At> at) {
        World world = system.initial();
        if (row.old) {
            world = spawn(system, act(system, world, new Stimulus.Load("m", false)), at, At.OLD,
                    new Where.InModule("m", Residence.WAITING));
            world = act(system, world, new Stimulus.Delete("m"));
        }
        if (row.current) {
            world = spawn(system, act(system, world, new Stimulus.Load("m", false)), at, At.CURRENT,
                    new Where.InModule("m", Residence.WAITING));
        }
        world = spawn(system, world, at, At.ELSEWHERE, new Where.Nowhere());
        return pending
                ? spawn(system, act(system, world, new Stimulus.BeginOnLoad("m")), at, At.PENDING, new Where.InOnLoad("m"))
                : world;
    }

    private static World spawn(PurgeWorld system, World before, List<At> at, At which, Where where) {
        World world = before;
        for (int i = 0; i < NAMES.size(); i++) {
            // By their numbers processes are told apart.
            world = at.get(i) == which
                    ? act(system, world.numberingFrom(10 * i, system.settings()), new Stimulus.Spawn(NAMES.get(i), where))
                    : world;
        }
        return world;
    }

    private static World act(PurgeWorld system, World world, Stimulus stimulus) {
        Outcome only = system.respond(world, stimulus).get(0);
        assertEquals(Response.OK, only.response(), stimulus.toString());
        return only.world();
    }

    private static List<Label> alphabet(Scene scene) {
        List<Label> labels = new ArrayList<>();
        for (Stimulus stimulus : scene.does) {
            Stream.of(Response.values()).forEach(response -> labels.add(new Label.Did(stimulus, response)));
        }
        for (boolean one : new boolean[]{false, true}) {
            for (boolean other : new boolean[]{false, true}) {
                labels.add(new Label.Replied("r", RequestKind.PURGE, new Result.Hard(one, other)));
            }
            labels.add(new Label.Replied("s", RequestKind.SOFT_PURGE, new Result.Soft(one)));
        }
        for (String request : List.of("k", "d")) {
            labels.add(new Label.Replied(request, RequestKind.FINISH_AFTER_ON_LOAD, new Result.Ok()));
            labels.add(new Label.Replied(request, RequestKind.FINISH_AFTER_ON_LOAD, new Result.NoPendingOnLoad()));
        }
        for (String name : List.of("c", "p")) {
            labels.add(new Label.Down(name, "killed"));
            labels.add(new Label.Down(name, "normal"));
        }
        for (QuietKind kind : QuietKind.values()) {
            labels.add(new Label.Quiet(kind, ImmutableSortedSet.of()));
        }
        return labels;
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @DisplayName("the oracle accepts what can follow some rest, and nothing else")
    void same(Scene scene) {
        SameLanguage<Optional<World>> both = new SameLanguage<>(anywhere(scene.profile), alphabet(scene));
        assertEquals(Optional.empty(), both.compare(PurgeOracle.of(scene.profile, MIDDLE), scene.stimuli), scene.name);
        System.out.println(scene.name + " from the middle: " + both.states() + " states, " + both.places() + " places");
    }

    @ParameterizedTest
    @EnumSource(names = {"PURGE_3", "KILL_8", "SOFT_4", "LIVE_5"})
    @DisplayName("an oracle that does not demand a rule accepts more")
    void otherwise(Rule rule) {
        Scene scene = scenes().get(0);
        Optional<SameLanguage.Difference> difference = new SameLanguage<>(anywhere(scene.profile), alphabet(scene))
                .compare(PurgeOracle.of(scene.profile, MIDDLE.relaxing(ImmutableSet.of(rule))), 2);
        assertTrue(difference.isPresent() && !difference.get().byExplorer(), () -> rule + ": " + difference);
    }
}
