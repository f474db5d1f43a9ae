package dev.codepurger.conformance.concurrent;

import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.CaseBody;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.model.oracle.OracleOptions;
import java.util.List;
import java.util.Optional;

/**
 * A case that plays programs, each on fresh nodes and several times over, and has the histories judged. The programs come from the seed alone.
 *
 * @param casts who takes part, one list a program
 * @param programs how many programs of each cast
 * @param runs how often each is played
 * @param ownThreads whether each actor has a thread of its own
 */
record Concurrent(List<List<Role>> casts, int programs, int runs, boolean ownThreads) implements CaseBody {

    @Override
    public Attempt run(Attempts attempts) {
        Attempt last = Attempt.none(Ending.BOUND, "no program was played");
        Optional<Attempt> inconclusive = Optional.empty();
        long seed = attempts.seed() * 1_000_003;
        for (int i = 0; i < programs; i++) {
            for (List<Role> cast : casts) {
                Program program = Programs.of(++seed, cast, attempts.worthTrying());
                for (int run = 0; run < runs; run++) {
                    last = play(program, seed * 31 + run, attempts);
                    if (last.ending().failed() || last.ending() == Ending.INTERRUPTED || last.ending() == Ending.TIMED_OUT) {
                        return last;
                    }
                    if (last.ending() == Ending.BOUND && inconclusive.isEmpty()) {
                        inconclusive = Optional.of(last);
                    }
                }
            }
        }
        return inconclusive.orElse(last);
    }

    private Attempt play(Program program, long seed, Attempts attempts) {
        OracleOptions options = OracleOptions.DEFAULT.withEffects(attempts.effects()).relaxing(attempts.relaxed());
        return attempts.attempt(new Played(program, seed, ownThreads, attempts.profile(), options, attempts.timeout()),
                ownThreads ? Driving.CONCURRENT : Driving.REPEATABLE);
    }
}
