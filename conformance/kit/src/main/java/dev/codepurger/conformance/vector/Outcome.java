package dev.codepurger.conformance.vector;

import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;

/** What a subject may show. What was done is known from the steps. */
public sealed interface Outcome {

    /** The response to the stimulus whose turn it is. */
    record Responded(Response response) implements Outcome {
    }

    /** Something was seen, or all came to rest. */
    record Seen(Label.Observation observation) implements Outcome {
    }
}
