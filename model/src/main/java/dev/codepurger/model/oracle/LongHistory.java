package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges a history that is too long to be held, part by part. A part ends at rest, where everything before it has happened. Of the orders that
 * explain a part one is kept; only if the next part does not follow from it are the others looked for, one part back. So the parts should
 * end where hardly anything is uncertain; then time and memory for each part do not depend on how many there were. Requests must
 * have different names, also those of different parts. Not thread-safe.
 */
public final class LongHistory {

    private final PurgeWorld system;
    private final int bound;
    private ImmutableList<World> starts;
    private @Nullable History last;
    private World now;

    /** A history of which nothing has been seen yet. */
    public LongHistory(Profile profile, OracleOptions options) {
        system = new PurgeWorld(options.settings(profile));
        bound = options.stateBound();
        now = system.initial();
        starts = ImmutableList.of(now);
    }

    /** The verdict on the next part. After one that is not {@link Verdict#CONFORMS} there is no next. */
    public Verdict next(History part) {
        Orders<World> orders = new Orders<>(system, system.foresight(), List.of(now), part, bound);
        Verdict verdict = orders.find();
        if (verdict == Verdict.CONFORMS) {
            starts = ImmutableList.of(now);
        } else if (verdict == Verdict.VIOLATED) {
            Set<World> others = new LinkedHashSet<>();
            if (!collectEnds(others)) {
                return Verdict.INCONCLUSIVE;
            }
            others.remove(now);
            starts = ImmutableList.copyOf(others);
            orders = new Orders<>(system, system.foresight(), starts, part, bound);
            verdict = orders.find();
        }
        if (verdict == Verdict.CONFORMS) {
            last = part;
            now = orders.end();
        }
        return verdict;
    }

    /** Collects everywhere that the last part can have ended; false if the bound was hit. */
    private boolean collectEnds(Set<World> ends) {
        History again = last;
        if (again == null) {
            return true;
        }
        HistorySearch<World> search = new HistorySearch<>(system, system.foresight(), starts, again, new Likely(again, null), bound,
                Integer.MAX_VALUE);
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
