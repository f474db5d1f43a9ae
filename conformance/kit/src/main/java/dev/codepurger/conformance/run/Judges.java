package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Optional;

/** Where judges come from. */
public interface Judges {

    /** A judge of the empty trace. */
    Judge start(Profile profile, boolean effects);

    /** The same for a trace that may be long, or one of many: it may remember what has been found out before, and then judges faster. */
    default Judge startLong(Profile profile, boolean effects) {
        return start(profile, effects);
    }

    /** The rules that the trace violates, as far as they are suspected. */
    ImmutableSet<Rule> blame(List<Label> trace, Profile profile, boolean effects, Suspects suspects);

    /** The rules that the history violates, as far as they are suspected. */
    ImmutableSet<Rule> blame(History history, Profile profile, boolean effects, Suspects suspects);

    /** The shortest prefix of the history that is violated, if it is violated. */
    Optional<History> violation(History history, Profile profile, boolean effects);

    /** Judges who do not demand that these rules are obeyed. */
    Judges relaxing(ImmutableSet<Rule> rules);

    /** What traces need not tell. */
    default Gaps gaps() {
        return Gaps.NONE;
    }

    /**
     * Judges who allow that a trace does not tell this.
     *
     * @throws UnsupportedOperationException if they do not know how
     */
    default Judges missing(Gaps gaps) {
        if (!gaps.isEmpty()) {
            throw new UnsupportedOperationException("every trace has to tell all of it");
        }
        return this;
    }

    /** The rules that the trace violates. */
    default ImmutableSet<Rule> blame(List<Label> trace, Profile profile, boolean effects) {
        return blame(trace, profile, effects, Suspects.anybody());
    }

    /** The rules that the history violates. */
    default ImmutableSet<Rule> blame(History history, Profile profile, boolean effects) {
        return blame(history, profile, effects, Suspects.anybody());
    }
}
