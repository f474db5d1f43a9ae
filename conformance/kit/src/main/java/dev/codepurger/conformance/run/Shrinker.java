package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Makes a failing sequence shorter by leaving out parts and trying again (delta debugging): halves first, single steps last. A shorter sequence
 * counts only if it fails in the same way, with the same kind of last label; else the search would slip to another fault. With a subject that is
 * not repeatable a shorter sequence may fail to fail, and the result is longer than it need be; it is a failure that was seen all the same.
 */
final class Shrinker {
    private static final int MAX_TRIES = 400;

    private final Function<List<Step>, Attempt> again;
    private final BooleanSupplier timeLeft;
    private int tries;

    /** With what plays steps again, as long as there is time. */
    Shrinker(Function<List<Step>, Attempt> again, BooleanSupplier timeLeft) {
        this.again = again;
        this.timeLeft = timeLeft;
    }

    /** The shortest attempt found that fails like this one. */
    Attempt shrink(Attempt failing) {
        if (failing.ending() != Ending.VIOLATED) {
            return failing;
        }
        Attempt best = failing;
        int chunk = Math.max(1, best.steps().size() / 2);
        while (true) {
            Attempt shorter = pass(best, chunk);
            boolean progress = shorter.steps().size() < best.steps().size();
            best = shorter;
            if (spent() || (chunk == 1 && !progress)) {
                return best;
            }
            chunk = chunk == 1 ? 1 : chunk / 2;
        }
    }

    private Attempt pass(Attempt start, int chunk) {
        Attempt best = start;
        // From the end, because what comes late depends on what came early.
        for (int from = best.steps().size() - chunk; from > -chunk && !spent(); from -= chunk) {
            int begin = Math.max(0, from);
            int end = Math.min(best.steps().size(), from + chunk);
            if (begin >= end) {
                continue;
            }
            List<Step> fewer = new ArrayList<>(best.steps().subList(0, begin));
            fewer.addAll(best.steps().subList(end, best.steps().size()));
            if (!Names.introduced(fewer)) {
                continue;
            }
            tries++;
            Attempt attempt = again.apply(ImmutableList.copyOf(fewer));
            if (attempt.failsLike(start) && attempt.steps().size() < best.steps().size()) {
                best = attempt;
            }
        }
        return best;
    }

    private boolean spent() {
        return tries >= MAX_TRIES || !timeLeft.getAsBoolean();
    }
}
