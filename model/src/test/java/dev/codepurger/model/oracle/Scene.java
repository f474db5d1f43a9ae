package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configuration.Codes;
import dev.codepurger.model.closed.Outside;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A world, what a harness does in it, and how often.
 *
 * @param stimuli how many, in any order, each as often as one likes
 */
record Scene(String name, Profile profile, Codes codes, int killLimit, List<Plan> plans, List<Stimulus> does, int stimuli) {
    Configuration configuration() {
        return new Configuration(name, name, codes, ImmutableList.copyOf(plans), 0, killLimit, 0, ImmutableSet.of());
    }

    Outside world() {
        return new Outside(configuration(), profile, Set.of());
    }

    @Override
    public String toString() {
        return name;
    }

    private static final Codes OLD_AND_CURRENT = new Codes(true, true, false);

    private static Plan old(String name) {
        return Plan.of(name, Place.OLD);
    }

    private static Plan elsewhere(String name) {
        return Plan.of(name, Place.ELSEWHERE);
    }

    private static final Stimulus LOAD = new Stimulus.Load("m", false);

    static List<Scene> scenes() {
        Stimulus purge = new Stimulus.Purge("r", "m", "c");
        Stimulus soft = new Stimulus.SoftPurge("s", "m", "c");
        Stimulus byVictim = new Stimulus.Purge("v", "m", "p");
        Stimulus test = new Stimulus.TestPurge("t", "m", TestType.HARD, "c");
        return List.of(
                new Scene("requests", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), elsewhere("c")),
                        List.of(purge, soft, LOAD, new Stimulus.CheckOldCode("m")), 3),
                new Scene("deaths", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), elsewhere("c")),
                        List.of(purge, soft, new Stimulus.Kill("p"), new Stimulus.Exit("c"), new Stimulus.Alive("p")), 3),
                new Scene("two victims", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), old("q"), elsewhere("c")),
                        List.of(purge, new Stimulus.Kill("p"), new Stimulus.Alive("q")), 3),
                new Scene("pauses", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), old("q"), elsewhere("c")),
                        List.of(purge, new Stimulus.Pause("p"), new Stimulus.Resume("p"), new Stimulus.Leave("p"), new Stimulus.Leave("q")),
                        3),
                new Scene("holds", Profile.SEED, OLD_AND_CURRENT, 2, List.of(old("p"), elsewhere("c")),
                        List.of(purge, soft, new Stimulus.Hold(), new Stimulus.Release(), new Stimulus.Leave("p")), 4),
                new Scene("holds and deaths", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), old("q"), elsewhere("c")),
                        List.of(purge, new Stimulus.Hold(), new Stimulus.Kill("p"), new Stimulus.Exit("q")), 4),
                new Scene("testers", Profile.HARDENED, OLD_AND_CURRENT, 1, List.of(old("p"), elsewhere("c")),
                        List.of(test, new Stimulus.Continue("t", "c"), new Stimulus.Complete("t", "c"), new Stimulus.Kill("c"), purge), 4),
                new Scene("victims that ask", Profile.SEED, OLD_AND_CURRENT, 1, List.of(old("p"), elsewhere("c")),
                        List.of(byVictim, purge, new Stimulus.Kill("p"), new Stimulus.Alive("p")), 4),
                new Scene("callers", Profile.SEED, OLD_AND_CURRENT, 1, List.of(Plan.of("p", Place.OLD, Freedom.CALL), elsewhere("c")),
                        List.of(purge, soft, Outside.call("p"), new Stimulus.Leave("p"), new Stimulus.Alive("p")), 4),
                new Scene("ends of an on_load", Profile.HARDENED, new Codes(true, false, true), 1,
                        List.of(old("p"), Plan.of("l", Place.PENDING), elsewhere("c")),
                        List.of(new Stimulus.FinishAfterOnLoad("k", "m", true, "c"), new Stimulus.FinishAfterOnLoad("d", "m", false, "c"),
                                purge,
                                LOAD),
                        3));
    }

    /** Whatever could stand in a trace of the scene, or be made of one by a change. */
    List<Label> alphabet() {
        List<Label> labels = new ArrayList<>();
        for (Stimulus stimulus : does) {
            Stream.of(Response.values()).forEach(response -> labels.add(new Label.Did(stimulus, response)));
            labels.addAll(answers(stimulus));
        }
        List<String> names = plans.stream().map(Plan::name).toList();
        for (String name : names) {
            Stream.of("killed", "normal", "undef", "badfun").forEach(reason -> labels.add(new Label.Down(name, reason)));
        }
        for (QuietKind kind : QuietKind.values()) {
            labels.add(new Label.Quiet(kind, ImmutableSortedSet.of()));
            names.forEach(name -> labels.add(new Label.Quiet(kind, ImmutableSortedSet.of(name))));
        }
        labels.add(new Label.PurgerDown("badarg"));
        return labels;
    }

    private static List<Label> answers(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Purge s -> hard(s.request(), RequestKind.PURGE);
            case Stimulus.SoftPurge s -> Stream.of(true, false)
                    .<Label>map(truth -> new Label.Replied(s.request(), RequestKind.SOFT_PURGE, new Result.Soft(truth))).toList();
            case Stimulus.TestPurge s -> Stream.concat(hard(s.request(), RequestKind.TEST_PURGE).stream(),
                    Stream.of(new Label.Started(s.request()), new Label.Continued(s.request()))).toList();
            case Stimulus.FinishAfterOnLoad s -> Stream.of(new Result.Ok(), new Result.NoPendingOnLoad())
                    .<Label>map(result -> new Label.Replied(s.request(), RequestKind.FINISH_AFTER_ON_LOAD, result)).toList();
            case Stimulus.CallFun s ->
                Stream.of("1", "2", "badfun", "undef").<Label>map(outcome -> new Label.Returned(s.call(), outcome)).toList();
            default -> List.of();
        };
    }

    private static List<Label> hard(String request, RequestKind kind) {
        return Stream
                .of(new Result.Hard(false, false), new Result.Hard(true, false), new Result.Hard(true, true), new Result.Hard(false, true))
                .<Label>map(result -> new Label.Replied(request, kind, result)).toList();
    }
}
