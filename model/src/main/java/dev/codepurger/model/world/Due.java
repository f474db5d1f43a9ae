package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Effects that have happened, in any order, and have not been shown.
 *
 * @param effects those that can be among them
 * @param count how many there are; fewer than that can be among them where it is open who was asked
 */
record Due(ImmutableSet<Effect> effects, int count) {

    /** All of these. */
    static Due all(ImmutableSet<Effect> effects) {
        return new Due(effects, effects.size());
    }

    boolean contains(Effect effect) {
        return effects.contains(effect);
    }

    /** Is it open which of them have happened? */
    boolean isOpen() {
        return count < effects.size();
    }

    /** What is left when this one of them has been shown, null if nothing is. */
    @Nullable Due without(Effect shown) {
        return count == 1 ? null
                : new Due(effects.stream().filter(effect -> !effect.equals(shown)).collect(ImmutableSet.toImmutableSet()), count - 1);
    }
}
