package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;

/**
 * What is not in a trace though it happened.
 *
 * @param unseen what its source cannot see, all the time
 * @param middle it begins in the middle of a node's life, at a rest: modules and processes may be there already
 * @param strangers how many processes that are never named may be in each code that is there already; a bound, for they make many states
 */
public record Gaps(ImmutableSet<Unseen> unseen, boolean middle, int strangers) {

    private static final int STRANGERS = 12;

    /** Everything is there, from the beginning. */
    public static final Gaps NONE = new Gaps(ImmutableSet.of(), false);

    /** With the usual number of strangers. */
    public Gaps(ImmutableSet<Unseen> unseen, boolean middle) {
        this(unseen, middle, STRANGERS);
    }

    /** Keeps kinds in one order. */
    public Gaps {
        unseen = Sets.immutableEnumSet(unseen);
    }

    /** What is not seen of a life that is told from its beginning. */
    public static Gaps of(Unseen... kinds) {
        return new Gaps(ImmutableSet.copyOf(kinds), false);
    }

    /** Is this kind not seen? */
    public boolean hides(Unseen kind) {
        return unseen.contains(kind);
    }

    /** Is nothing missing? */
    public boolean isEmpty() {
        return unseen.isEmpty() && !middle;
    }
}
