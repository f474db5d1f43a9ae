package dev.codepurger.conformance.cases;

import dev.codepurger.model.world.Stimulus;

/** One thing that a case does with a subject. A list of steps is everything that is needed to do it again. */
public sealed interface Step {

    /** Does something to the node. */
    record Do(Stimulus stimulus) implements Step {
    }

    /** Looks, without waiting. */
    record Poll() implements Step {
    }

    /** Waits for rest. */
    record Settle() implements Step {
    }
}
