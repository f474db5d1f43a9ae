package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.world.Label;

/**
 * What the oracle says of a history.
 *
 * @param verdict conforms, violated, or inconclusive if the bound was hit
 * @param history what was judged; of a violated one the shortest prefix that is violated
 * @param refused if violated: the events of which none could be the next, where the order that explains most ends
 * @param legal if violated: what the model could have shown there instead
 * @param states if violated: some of the states of the model there, in words
 * @param visited how many states were looked at for it
 */
public record HistoryVerdict(Verdict verdict, History history, ImmutableList<History.Event> refused, ImmutableList<Label> legal,
        ImmutableList<String> states, int visited) {
}
