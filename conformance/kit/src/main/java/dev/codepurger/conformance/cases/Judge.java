package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.List;

/**
 * What judges a trace while it grows. Immutable: the judge before a label can still say what would have been legal instead of it.
 */
public interface Judge {

    /** What can be said of a trace. */
    enum Verdict {
        /** The model could have done all of it. */
        CONFORMS,
        /** The model could not have done the last label. */
        VIOLATED,
        /** A stated bound was hit; nothing can be said. */
        INCONCLUSIVE
    }

    /** The judge of the trace with one more label. */
    Judge observe(Label label);

    /** The verdict on the trace so far. */
    Verdict verdict();

    /** Every observation that would be legal now. */
    ImmutableSet<Label.Observation> legalNext();

    /** Every response that would be legal now. */
    ImmutableSet<Response> legalResponses(Stimulus stimulus);

    /** How many states of the model still explain the trace. */
    int stateCount();

    /** Some of these states, one line each. */
    List<String> describeStates(int max);

    /** What a purger that does not go on by itself may be waiting for, as {@code PurgeOracle.awaited} says. */
    default ImmutableSet<Awaited> awaited() {
        return ImmutableSet.of();
    }
}
