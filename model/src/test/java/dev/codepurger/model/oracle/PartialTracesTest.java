package dev.codepurger.model.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Outside;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Unseen;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A trace from which events were left out is accepted if, and only if, there is a whole one behind it. As in {@link OracleHasTheTracesOfTheExplorerTest}
 * every label is tried wherever such a trace can come to.
 */
@Tag("slow")
class PartialTracesTest {

    private static final Set<Unseen> MOST = Set.of(Unseen.DEATHS, Unseen.REPLIES, Unseen.RETURNS);

    static Stream<Arguments> scenes() {
        return Stream.of(Scene.scenes().stream().map(scene -> Arguments.of(scene, Set.of(Unseen.DEATHS))),
                named("requests", "callers", "testers").map(scene -> Arguments.of(scene, MOST)),
                named("requests", "testers").map(scene -> Arguments.of(scene, Set.of(Unseen.REPLIES))),
                named("callers").map(scene -> Arguments.of(scene, Set.of(Unseen.RETURNS))),
                named("requests").map(scene -> Arguments.of(scene, Set.of(Unseen.QUIET)))).flatMap(arguments -> arguments);
    }

    private static Stream<Scene> named(String... names) {
        return Scene.scenes().stream().filter(scene -> List.of(names).contains(scene.name()));
    }

    private static List<String> names(Scene scene) {
        return scene.plans().stream().map(Plan::name).toList();
    }

    private static List<Label> alphabet(Scene scene, Set<Unseen> unseen) {
        return scene.alphabet().stream().filter(label -> unseen.stream().noneMatch(kind -> kind.hides(label))).toList();
    }

    private static PurgeOracle oracle(Outside world, OracleOptions options, Set<Unseen> unseen) {
        return PurgeOracle.of(world.profile(), options.missing(new Gaps(ImmutableSet.copyOf(unseen), false))).observeAll(world.before());
    }

    private static Hiding<Outside.State> hiding(Scene scene, Outside world, Set<Unseen> unseen) {
        return new Hiding<>(world, world.initial(), unseen, names(scene), scene.alphabet());
    }

    @ParameterizedTest
    @MethodSource("scenes")
    @DisplayName("the oracle accepts what is left of traces of the explorer, and nothing else")
    void same(Scene scene, Set<Unseen> unseen) {
        Outside world = scene.world();
        SameLanguage<Outside.State> both = new SameLanguage<>(hiding(scene, world, unseen), alphabet(scene, unseen));
        assertEquals(Optional.empty(), both.compare(oracle(world, OracleOptions.DEFAULT, unseen), stimuli(scene, unseen)), scene.name());
        System.out.println(scene.name() + " without " + unseen + ": " + both.states() + " states, " + both.places() + " places");
    }

    /** With deaths that nobody sees there are many more states. */
    private static int stimuli(Scene scene, Set<Unseen> unseen) {
        return unseen.contains(Unseen.DEATHS) && !scene.name().equals("holds") ? 2 : Math.min(3, scene.stimuli());
    }

    /** The explorer knows no suspensions but those of callers, so here it is the model itself, in its plainest form. */
    @ParameterizedTest
    @MethodSource("dev.codepurger.model.oracle.Scene#scenes")
    @DisplayName("the same of suspensions")
    void suspensions(Scene scene) {
        Set<Unseen> unseen = Set.of(Unseen.SUSPENSIONS);
        Outside world = scene.world();
        PurgeWorld plain = new PurgeWorld(Settings.of(world.profile()).namingEverybody());
        World begin = plain.initial();
        for (Label label : world.before()) {
            begin = plain.after(begin, label).get(0);
        }
        List<Label> alphabet = new ArrayList<>(alphabet(scene, unseen));
        for (Response response : Response.values()) {
            alphabet.add(new Label.Did(new Stimulus.Suspend("c"), response));
            alphabet.add(new Label.Did(new Stimulus.Unsuspend("p"), response));
        }
        SameLanguage<World> both = new SameLanguage<>(new Hiding<>(plain, begin, unseen, names(scene), alphabet), alphabet);
        assertEquals(Optional.empty(), both.compare(oracle(world, OracleOptions.DEFAULT, unseen), 2), scene.name());
        System.out.println(scene.name() + " without suspensions: " + both.states() + " states, " + both.places() + " places");
    }

    private static Optional<SameLanguage.Difference> difference(Set<Unseen> explorer, Set<Unseen> oracle, OracleOptions options) {
        Scene scene = Scene.scenes().get(0);
        Outside world = scene.world();
        return new SameLanguage<>(hiding(scene, world, explorer), alphabet(scene, explorer)).compare(oracle(world, options, oracle), 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PURGE_3", "LIVE_5", "MODULE_6"})
    @DisplayName("an oracle that does not demand a rule accepts more, though deaths are unseen")
    void otherwise(Rule rule) {
        Set<Unseen> deaths = Set.of(Unseen.DEATHS);
        Optional<SameLanguage.Difference> difference = difference(deaths, deaths, OracleOptions.DEFAULT.relaxing(ImmutableSet.of(rule)));
        assertTrue(difference.isPresent() && !difference.get().byExplorer(), () -> rule + ": " + difference);
    }

    @Test
    @DisplayName("an oracle that is told less accepts more, and one that believes it is told all accepts less")
    void toldOtherwise() {
        Optional<SameLanguage.Difference> more = difference(Set.of(Unseen.REPLIES), MOST, OracleOptions.DEFAULT);
        assertTrue(more.isPresent() && !more.get().byExplorer(), more::toString);
        Optional<SameLanguage.Difference> less = difference(Set.of(Unseen.DEATHS), Set.of(), OracleOptions.DEFAULT);
        assertTrue(less.isPresent() && less.get().byExplorer(), less::toString);
    }
}
