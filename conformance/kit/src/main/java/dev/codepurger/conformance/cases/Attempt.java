package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.world.Label;
import java.util.Optional;

/**
 * What came of one script on one fresh node.
 *
 * @param ending how it ended
 * @param message why, in one sentence; empty when it passed
 * @param steps what was done
 * @param trace what was done and seen; the last label is the one that was not legal, if there was one
 * @param legal what would have been legal instead of the last label, in words
 * @param states some of the states of the model before it, in words
 * @param history when several acted at once: what was done and seen when; the trace is then one order of it, that in which things ended
 * @param repeatable whether the subject would do the same again
 * @param reached how often each situation was come to, by its id; empty but for the attempt that counts them
 */
public record Attempt(Ending ending, String message, ImmutableList<Step> steps, ImmutableList<Label> trace, ImmutableList<String> legal,
        ImmutableList<String> states, Optional<History> history, boolean repeatable, ImmutableMap<String, Integer> reached) {

    /** One in which one thing was done after the other, and nothing counted. */
    public Attempt(Ending ending, String message, ImmutableList<Step> steps, ImmutableList<Label> trace, ImmutableList<String> legal,
            ImmutableList<String> states, boolean repeatable) {
        this(ending, message, steps, trace, legal, states, Optional.empty(), repeatable, ImmutableMap.of());
    }

    /** One in which several acted at once. */
    public Attempt(Ending ending, String message, ImmutableList<Step> steps, ImmutableList<Label> trace, ImmutableList<String> legal,
            ImmutableList<String> states, Optional<History> history, boolean repeatable) {
        this(ending, message, steps, trace, legal, states, history, repeatable, ImmutableMap.of());
    }

    /** An attempt that only counts. */
    public static Attempt counting(Ending ending, String message, ImmutableMap<String, Integer> reached) {
        return new Attempt(ending, message, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of(),
                Optional.empty(),
                true, reached);
    }

    /** An attempt that never came to a first step. */
    public static Attempt none(Ending ending, String message) {
        return new Attempt(ending, message, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of(), false);
    }

    /** Does this one fail as the other does: the same ending, at the same kind of label? Two such attempts are taken to show the same fault. */
    public boolean failsLike(Attempt other) {
        return ending.failed() && ending == other.ending && lastKind().equals(other.lastKind());
    }

    private String lastKind() {
        if (trace.isEmpty()) {
            return "";
        }
        return switch (trace.get(trace.size() - 1)) {
            case Label.Did did -> did.stimulus().getClass().getSimpleName();
            case Label.Showed showed -> showed.effect().getClass().getSimpleName();
            case Label.Quiet quiet -> quiet.kind().toString();
            case Label.Observation seen -> seen.getClass().getSimpleName();
        };
    }
}
