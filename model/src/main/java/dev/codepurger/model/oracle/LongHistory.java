package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Judges a history that is too long to be held, part by part. A part ends at rest, where everything before it has happened. Of the orders that
 * explain a part one is kept; only if the next part does not follow from it are the others looked for, one part back. So the parts should
 * end where hardly anything is uncertain; then time and memory for each part do not depend on how many there were. Not thread-safe.
 */
public final class LongHistory {

    private static final int GUESSES = 300;
    private static final int STATES_PER_EVENT = 20;

    private final PurgeWorld system;
    private final int bound;
    private ImmutableList<World> starts;
    private @Nullable History last;
    private World now;

    /** A history of which nothing has been seen yet. */
    public LongHistory(Profile profile, OracleOptions options) {
        system = new PurgeWorld(new Settings(profile, options.effects(), options.relaxed()));
        bound = options.stateBound();
        now = system.initial();
        starts = ImmutableList.of(now);
    }

    /** The verdict on the next part. After one that is not {@link Verdict#CONFORMS} there is no next. */
    public Verdict next(History part) {
        Found found = find(List.of(now), part);
        Verdict verdict = found.verdict();
        if (verdict == Verdict.CONFORMS) {
            starts = ImmutableList.of(now);
        } else if (verdict == Verdict.VIOLATED) {
            Set<World> others = new LinkedHashSet<>();
            if (!collectEnds(others)) {
                return Verdict.INCONCLUSIVE;
            }
            others.remove(now);
            starts = ImmutableList.copyOf(others);
            found = find(starts, part);
            verdict = found.verdict();
        }
        if (verdict == Verdict.CONFORMS) {
            last = part;
            now = found.search().end();
        }
        return verdict;
    }

    private record Found(Verdict verdict, HistorySearch<World> search) {
    }

    /**
     * First near the likeliest order, then near others: a wrong guess is often noticed much later only, and then it is quicker to guess anew than
     * to look through all that lies between. Only in the end everywhere.
     */
    private Found find(List<World> from, History part) {
        SplittableRandom random = new SplittableRandom(part.size());
        for (int guess = 0; guess < GUESSES; guess++) {
            Likely likely = new Likely(part, guess < 2 ? null : random);
            HistorySearch<World> narrow = new HistorySearch<>(system, from, part, likely, STATES_PER_EVENT * (part.size() + 100),
                    1 + guess % 2);
            if (narrow.search() == Verdict.CONFORMS) {
                return new Found(Verdict.CONFORMS, narrow);
            }
        }
        HistorySearch<World> wide = everywhere(from, part);
        return new Found(wide.search(), wide);
    }

    private HistorySearch<World> everywhere(List<World> from, History part) {
        return new HistorySearch<>(system, from, part, new Likely(part, null), bound, Integer.MAX_VALUE);
    }

    /** Collects everywhere that the last part can have ended; false if the bound was hit. */
    private boolean collectEnds(Set<World> ends) {
        History again = last;
        if (again == null) {
            return true;
        }
        HistorySearch<World> search = everywhere(starts, again);
        Verdict verdict = search.search();
        while (verdict == Verdict.CONFORMS) {
            ends.add(search.end());
            verdict = search.search();
        }
        return verdict == Verdict.VIOLATED;
    }

    /** The state of the model that explains all of it so far, in words. */
    public String describe() {
        return now.toString();
    }
}
