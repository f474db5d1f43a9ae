package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import java.util.function.Function;

/** A purger with other decisions, on a right kernel. */
final class StepsVariation extends Variation {
    private final Function<Profile, Steps> factory;

    StepsVariation(Function<Profile, Steps> factory) {
        this.factory = factory;
    }

    @Override
    Steps steps(Profile profile) {
        return factory.apply(profile);
    }
}
