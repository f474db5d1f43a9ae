package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Gives a case fresh nodes to try scripts on. */
public interface Attempts {

    /** Plays the script on a fresh node. Never throws what the subject throws: that is an ending too. */
    Attempt attempt(Script script);

    /**
     * Does something else to a fresh node, likewise.
     *
     * @param driving how the performance drives it
     */
    Attempt attempt(Performance performance, Driving driving);

    /** Searches for a shorter attempt that fails alike, on the time that there is for that. */
    default Attempt shrinking(UnaryOperator<Attempt> search, Attempt failing) {
        return search.apply(failing);
    }

    /** Within {@link #shrinking}: is there time for another try? */
    default boolean mayShrink() {
        return true;
    }

    /** What the subject can do. */
    ImmutableSet<Capability> capabilities();

    /** What the subject can do and the profile knows of: where it is garbage, a {@code change_prio} is not worth a sequence. */
    default ImmutableSet<Capability> worthTrying() {
        return profile().priorityChanged() ? capabilities()
                : Sets.difference(capabilities(), Set.of(Capability.CHANGE_PRIO)).immutableCopy();
    }

    /** The profile that is judged by. */
    Profile profile();

    /** The rules of it that need not be obeyed, because they are known not to be. */
    default ImmutableSet<Rule> relaxed() {
        return ImmutableSet.of();
    }

    /** Is the effect channel judged? */
    boolean effects();

    /** How long the subject may take for one thing. */
    Duration timeout();

    /** What decides everything that the case chooses. */
    long seed();
}
