package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges histories: is there an order of the events, allowed by their intervals, that the model could have shown? */
public final class HistoryOracle {

    private static final int STATES_SHOWN = 5;

    private final Profile profile;
    private final OracleOptions options;

    /** An oracle for purgers of this profile. */
    public HistoryOracle(Profile profile, OracleOptions options) {
        this.profile = profile;
        this.options = options;
    }

    /**
     * The verdict on a whole history; modules that have nothing to do with each other are judged apart. For one that is violated, the shortest prefix of it that is violated too, and what is wrong there.
     */
    public HistoryVerdict judge(History history) {
        List<History> parts = isPlain() ? Apart.of(history) : List.of(history);
        Verdict verdict = Verdict.CONFORMS;
        int visited = 0;
        for (History part : parts) {
            HistoryVerdict judged = together(part);
            if (judged.verdict() == Verdict.VIOLATED) {
                return judged;
            }
            verdict = judged.verdict() == Verdict.INCONCLUSIVE ? Verdict.INCONCLUSIVE : verdict;
            visited += judged.visited();
        }
        return new HistoryVerdict(verdict, history, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), visited);
    }

    /** Effects name all processes, and without a rule modules may have to do with each other. */
    private boolean isPlain() {
        return !options.effects() && options.relaxed().isEmpty() && options.gaps().isEmpty();
    }

    /** The same, with all modules looked at as one. */
    HistoryVerdict together(History history) {
        PurgeWorld world = new PurgeWorld(settings());
        Orders<World> orders = new Orders<>(world, world.foresight(), List.of(world.initial()), history, options.stateBound());
        Verdict verdict = orders.find();
        return verdict == Verdict.VIOLATED ? explain(shortest(history))
                : new HistoryVerdict(verdict, history, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), orders.last().visited());
    }

    /** The rules of which each alone, relaxed, lets the model explain a history that is violated; empty if there is none. */
    public ImmutableSortedSet<Rule> blame(History violated) {
        return blame(violated, EnumSet.allOf(Rule.class), Set.of());
    }

    /** As {@link #blame(History)}, for some rules only; those of {@code then} only if it is none of {@code first}. */
    public ImmutableSortedSet<Rule> blame(History violated, Set<Rule> first, Set<Rule> then) {
        Set<Rule> decisive = EnumSet.noneOf(Rule.class);
        search(violated, new Settings(profile, options.effects(), options.relaxed(), decisive::add).missing(options.gaps())).search();
        ImmutableSortedSet<Rule> blamed = explaining(violated, Sets.intersection(first, decisive));
        return blamed.isEmpty() ? explaining(violated, Sets.intersection(then, decisive)) : blamed;
    }

    private ImmutableSortedSet<Rule> explaining(History violated, Set<Rule> rules) {
        return rules.stream()
                .filter(rule -> search(violated,
                        options.relaxing(Sets.union(options.relaxed(), Set.of(rule)).immutableCopy()).settings(profile))
                        .search() == Verdict.CONFORMS)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Rule::compareTo));
    }

    /** A prefix of a violated history is violated from some moment on: found by halving. */
    private History shortest(History history) {
        ImmutableList<Event> events = history.events();
        int explained = -1;
        int violated = events.size() - 1;
        while (violated - explained > 1) {
            int middle = (explained + violated) / 2;
            if (search(history.until(events.get(middle).to()), settings()).search() == Verdict.VIOLATED) {
                violated = middle;
            } else {
                explained = middle;
            }
        }
        return history.until(events.get(violated).to());
    }

    private HistoryVerdict explain(History shortest) {
        HistorySearch<World> search = search(shortest, settings());
        search.search();
        PurgeWorld world = new PurgeWorld(settings());
        Set<Label> legal = new LinkedHashSet<>();
        Set<String> states = new LinkedHashSet<>();
        for (HistorySearch.Node<World> node : search.stuck()) {
            legal.addAll(world.outputs(node.state()));
            search.refused().forEach(event -> legal.addAll(otherwise(world, node.state(), event.label())));
            if (states.size() < STATES_SHOWN) {
                states.add(node.state().toString());
            }
        }
        return new HistoryVerdict(Verdict.VIOLATED, shortest, ImmutableList.copyOf(search.refused()), ImmutableList.copyOf(legal),
                ImmutableList.copyOf(states), search.visited());
    }

    /** What something that was done could have returned. */
    private static List<Label> otherwise(PurgeWorld world, World state, Label label) {
        return label instanceof Label.Did did
                ? world.respond(state, did.stimulus()).stream().<Label>map(can -> new Label.Did(did.stimulus(), can.response())).toList()
                : List.of();
    }

    private Settings settings() {
        return options.settings(profile);
    }

    private HistorySearch<World> search(History history, Settings settings) {
        return new HistorySearch<>(new PurgeWorld(settings), history, options.stateBound());
    }
}
