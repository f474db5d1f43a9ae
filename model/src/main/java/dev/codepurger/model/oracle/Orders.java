package dev.codepurger.model.oracle;

import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.world.Label;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of a history, first near the likeliest one, then near others: a wrong guess is often noticed much later only, and then it is
 * quicker to guess anew than to look through all that lies between. Only in the end everywhere.
 */
final class Orders<S> {

    private static final int GUESSES = 300;
    private static final int WIDEST = 3;
    private static final int STATES_PER_EVENT = 20;

    private final OpenSystem<S, Label> system;
    private final List<S> starts;
    private final History history;
    private final int bound;
    private @Nullable HistorySearch<S> last;

    Orders(OpenSystem<S, Label> system, List<S> starts, History history, int bound) {
        this.system = system;
        this.starts = starts;
        this.history = history;
        this.bound = bound;
    }

    /** Is there an order? Inconclusive if the bound was hit before one was found. */
    Verdict find() {
        SplittableRandom random = new SplittableRandom(history.size());
        int narrow = Math.min(bound, STATES_PER_EVENT * (history.size() + 100));
        // All guesses together look at no more states than the search everywhere may.
        int guesses = Math.max(WIDEST, Math.min(GUESSES, bound / narrow));
        for (int guess = 0; guess < guesses; guess++) {
            HistorySearch<S> search = search(new Likely(history, guess < WIDEST ? null : random), narrow, 1 + guess % WIDEST);
            if (search.search() == Verdict.CONFORMS) {
                return Verdict.CONFORMS;
            }
        }
        return search(new Likely(history, null), bound, Integer.MAX_VALUE).search();
    }

    private HistorySearch<S> search(Likely likely, int states, int width) {
        HistorySearch<S> search = new HistorySearch<>(system, starts, history, likely, states, width);
        last = search;
        return search;
    }

    /** The search that told. */
    HistorySearch<S> last() {
        HistorySearch<S> told = last;
        if (told == null) {
            throw new IllegalStateException("nothing was looked for");
        }
        return told;
    }
}
