package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Describes faults, one after the other. */
final class FaultList {
    private final ImmutableMap.Builder<Fault, Supplier<Variation>> all = ImmutableMap.builder();
    private Profile claimed = Profile.SEED;

    /** The faults from here on claim this profile. */
    FaultList claiming(Profile profile) {
        claimed = profile;
        return this;
    }

    /** A purger that decides something otherwise. */
    FaultList steps(String name, String description, Function<dev.codepurger.impl.Profile, Steps> steps, Set<Way> ways, Rule... rules) {
        return add(name, description, () -> new StepsVariation(steps), ways, rules);
    }

    /** A purger on a faulty kernel. */
    FaultList kernel(String name, String description, UnaryOperator<Kernel> kernel, Set<Way> ways, Rule... rules) {
        return add(name, description, () -> KernelFaults.on(kernel), ways, rules);
    }

    /** Any other. */
    FaultList add(String name, String description, Supplier<Variation> variation, Set<Way> ways, Rule... rules) {
        all.put(new Fault(name, description, claimed, ImmutableSet.copyOf(rules), ImmutableSet.copyOf(ways)), variation);
        return this;
    }

    /** All of another list. */
    FaultList addAll(Map<Fault, Supplier<Variation>> others) {
        all.putAll(others);
        return this;
    }

    ImmutableMap<Fault, Supplier<Variation>> build() {
        return all.buildOrThrow();
    }
}
