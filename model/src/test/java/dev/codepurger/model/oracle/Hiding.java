package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.lts.Tried;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Unseen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What partial knowledge means, written down as simply as can be: the traces of another system, of which all events of some kinds are left out. What is
 * left out is an internal step. To be compared with the oracle.
 */
final class Hiding<S> implements Tried<S, Label> {

    private final OpenSystem<S, Label> system;
    private final S initial;
    private final Set<Unseen> unseen;
    private final List<String> processes;
    private final List<Label> hidden = new ArrayList<>();

    /**
     * Leaves out events of a system.
     *
     * @param processes the names of all processes
     * @param seen everything that the system might show; of it is left out what the kinds hide
     */
    Hiding(OpenSystem<S, Label> system, S initial, Set<Unseen> unseen, List<String> processes, List<Label> seen) {
        this.system = system;
        this.initial = initial;
        this.unseen = unseen;
        this.processes = processes;
        hidden.addAll(seen.stream().filter(label -> isHidden(label, unseen)).toList());
        if (unseen.contains(Unseen.DEATHS)) {
            // One who ends of his own dies as well, and nobody sees why; to have both makes many more states.
            did(name -> Stream.concat(Stream.of(new Stimulus.Kill(name)),
                    processes.size() > 2 ? Stream.of() : Stream.of(new Stimulus.Exit(name))));
        }
        if (unseen.contains(Unseen.SUSPENSIONS)) {
            did(name -> Stream.of(new Stimulus.Suspend(name), new Stimulus.Unsuspend(name)));
        }
    }

    private interface Others {
        Stream<Stimulus> to(String process);
    }

    /** What others do without being seen. */
    private void did(Others others) {
        processes.stream().flatMap(others::to).map(stimulus -> new Label.Did(stimulus, Response.OK)).forEach(hidden::add);
    }

    /** Of a rest it is only who is suspended that suspensions hide. */
    static boolean isHidden(Label label, Set<Unseen> unseen) {
        return unseen.stream().anyMatch(kind -> kind.hides(label) && !(kind == Unseen.SUSPENSIONS && label instanceof Label.Quiet));
    }

    @Override
    public S initial() {
        return initial;
    }

    @Override
    public List<S> internal(S state) {
        List<S> steps = new ArrayList<>(system.internal(state));
        hidden.forEach(label -> steps.addAll(system.after(state, label)));
        return steps;
    }

    @Override
    public List<S> after(S state, Label label) {
        if (label instanceof Label.Quiet quiet && unseen.contains(Unseen.SUSPENSIONS)) {
            return quiet.suspended().isEmpty() ? atRest(state, quiet.kind()) : List.of();
        }
        return system.after(state, label);
    }

    private List<S> atRest(S state, QuietKind kind) {
        List<S> found = new ArrayList<>();
        for (Set<String> suspended : Sets.powerSet(Set.copyOf(processes))) {
            found.addAll(system.after(state, new Label.Quiet(kind, ImmutableSortedSet.copyOf(suspended))));
        }
        return found;
    }
}
