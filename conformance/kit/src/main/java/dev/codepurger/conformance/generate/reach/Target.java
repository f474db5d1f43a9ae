package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Profile;
import java.util.function.Predicate;

/**
 * A situation that generated sequences must bring about: a suite that never gets there shows nothing about it.
 *
 * @param id stable, such as {@code purge-late-in-check}
 * @param sentence what happens, without a full stop
 * @param needs what a subject must be able to do for it
 * @param possible the profiles under which it can happen
 * @param sight how it is recognised
 */
public record Target(String id, String sentence, ImmutableSet<Capability> needs, Predicate<Profile> possible, Sight sight) {

    /** Looks at one step of a walk of the model. */
    @FunctionalInterface
    interface Sight {

        /** Is it this that has just happened? */
        boolean in(Moment moment, Past past);
    }

    /** Puts the needs into their own order. */
    public Target {
        needs = Sets.immutableEnumSet(needs);
    }

    static Target of(String id, String sentence, Sight sight) {
        return new Target(id, sentence, ImmutableSet.of(), profile -> true, sight);
    }

    /** The same, where the subject must be able to do this. */
    Target needing(Capability... more) {
        return new Target(id, sentence, ImmutableSet.<Capability>builder().addAll(needs).add(more).build(), possible, sight);
    }

    /** The same, under some profiles only. */
    Target under(Predicate<Profile> profiles) {
        return new Target(id, sentence, needs, profiles, sight);
    }

    /** Can a subject that can do this get there under this profile? */
    public boolean isFor(ImmutableSet<Capability> capabilities, Profile profile) {
        return capabilities.containsAll(needs) && possible.test(profile);
    }

    @Override
    public String toString() {
        return id + ": " + sentence;
    }
}
