package dev.codepurger.model.oracle;

import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of a history, first near the likeliest one, then near others: a wrong guess is often noticed much later only, and then it is
 * quicker to guess anew than to look through all that lies between. Only in the end everywhere.
 */
final class Orders<S> {

    private static final int WIDEST = 3;
    private static final int STATES_PER_EVENT = 5;
    /** For one order with all its states, as many units. */
    private static final int WHOLE = 8;

    private final OpenSystem<S, Label> system;
    private final Optional<Foresight<S, Label>> foresight;
    private final List<S> starts;
    private final History history;
    private final int bound;
    private @Nullable HistorySearch<S> last;
    private @Nullable S end;

    Orders(OpenSystem<S, Label> system, Optional<Foresight<S, Label>> foresight, List<S> starts, History history, int bound) {
        this.system = system;
        this.foresight = foresight;
        this.starts = starts;
        this.history = history;
        this.bound = bound;
    }

    /** Is there an order? Inconclusive if the bound was hit before one was found. */
    Verdict find() {
        SplittableRandom random = new SplittableRandom(history.size());
        List<Event> likeliest = List.of();
        int unit = Math.min(bound, STATES_PER_EVENT * (history.size() + 100));
        // All guesses together look at no more states than the search everywhere may.
        int spent = 0;
        for (int guess = 0; guess < WIDEST || spent < bound; guess++) {
            int limit = Math.min(bound, unit * luby(guess + 1));
            HistorySearch<S> search = search(new Likely(history, guess < WIDEST ? null : random), limit, 1 + guess % WIDEST);
            Verdict verdict = search.search();
            if (verdict == Verdict.CONFORMS) {
                end = search.end();
                return Verdict.CONFORMS;
            }
            if (guess == 0 && verdict == Verdict.INCONCLUSIVE) {
                likeliest = search.likeliest();
                if (isExplainedIn(likeliest, Math.min(bound, WHOLE * unit))) {
                    return Verdict.CONFORMS;
                }
            }
            spent += limit;
        }
        if (!likeliest.isEmpty() && isExplainedIn(likeliest, bound)) {
            return Verdict.CONFORMS;
        }
        HistorySearch<S> everywhere = search(new Likely(history, null), bound, Integer.MAX_VALUE);
        Verdict verdict = everywhere.search();
        if (verdict == Verdict.CONFORMS) {
            end = everywhere.end();
        }
        return verdict;
    }

    /** How long guess number {@code i} may take, in units: 1, 1, 2, 1, 1, 2, 4 and so on, never far from the best (Luby, Sinclair, Zuckerman 1993). */
    static int luby(int i) {
        int period = Integer.highestOneBit(i);
        return i == 2 * period - 1 ? period : luby(i - period + 1);
    }

    /**
     * Is it this very order? Where all else is certain, as when one thread did everything, only the system was at liberty; then keeping all the
     * states that it may be in is quicker than guessing which it is in.
     */
    private boolean isExplainedIn(List<Event> order, int states) {
        Optional<StateSet<S, Label>> set = Optional.of(new StateSet<>(system, starts, states));
        for (Event event : order) {
            set = set.flatMap(before -> before.after(event.label()));
        }
        end = set.flatMap(all -> all.states().stream().findFirst()).orElse(null);
        return end != null;
    }

    /** Where the order that was found ends. */
    S end() {
        return Objects.requireNonNull(end, "nothing was found");
    }

    private HistorySearch<S> search(Likely likely, int states, int width) {
        HistorySearch<S> search = new HistorySearch<>(system, foresight, starts, history, likely, states, width);
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
