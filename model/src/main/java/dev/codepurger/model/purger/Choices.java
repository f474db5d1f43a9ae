package dev.codepurger.model.purger;

import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.function.Supplier;

/**
 * The place where a rule decides. Every decision of the model goes through here and names its rule and the outcomes that the rule
 * forbids; while the rule is <em>relaxed</em> those outcomes may happen too. So the code reads as if there were one outcome, and a
 * relaxed model is a mutant of it.
 */
public interface Choices {

    /**
     * The outcome under {@code rule}.
     *
     * @param normal what the rule demands
     * @param others what it forbids; asked for only while the rule is relaxed
     */
    <T> T choose(Rule rule, T normal, Supplier<List<T>> others);

    /** A yes-or-no outcome under {@code rule}. */
    default boolean choose(Rule rule, boolean normal) {
        return choose(rule, (Boolean) normal, () -> List.of(!normal));
    }

    /** Does what {@code rule} demands happen? Always, unless it is relaxed. */
    default boolean obeyed(Rule rule) {
        return choose(rule, true);
    }
}
