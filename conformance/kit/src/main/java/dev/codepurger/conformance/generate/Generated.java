package dev.codepurger.conformance.generate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.hash.Hashing;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.CaseBody;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.Capability;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;

/**
 * A case that makes up sequences, tries each on a fresh node, and makes the first that fails shorter. It is one property of jqwik, driven by hand
 * through a session, so that it runs without a test engine.
 *
 * @param theme what it dwells on
 * @param tries how many sequences
 */
record Generated(Theme theme, int tries) implements CaseBody {
    private static final int SHRINK_TRIES = 80;
    /** With the effect channel there is several times as much to judge; the rest was tried without it. */
    private static final int MOST_WITH_EFFECTS = 40;

    /** Everything that can be made up. */
    static Arbitrary<ActionChain<Plan>> plans(Theme theme, ImmutableSet<Capability> capabilities) {
        ActionChainArbitrary<Plan> chain = ActionChain.startWith(() -> new Plan(capabilities));
        for (Move move : ImmutableList.<Move>builder().addAll(Moves.all()).addAll(Messages.all()).addAll(Scenes.all()).addAll(Callers.all())
                .addAll(capabilities.contains(Capability.CHANGE_PRIO) ? Messages.priority() : ImmutableList.of()).build()) {
            int weight = theme.weights().getOrDefault(move.kind(), 0);
            if (weight > 0) {
                chain = chain.withAction(weight, move);
            }
        }
        return chain.withMaxTransformations(theme.moves());
    }

    @Override
    public Attempt run(Attempts attempts) {
        Attempt last = Attempt.none(Ending.BOUND, "no sequence was tried");
        Optional<Attempt> inconclusive = Optional.empty();
        int all = attempts.effects() ? Math.min(tries, MOST_WITH_EFFECTS) : tries;
        for (MadeUp one : madeUp(attempts.seed(), attempts.worthTrying(), all)) {
            last = attempts.attempt(Script.of(one.steps()));
            if (last.ending().failed()) {
                return attempts.shrinking(failing -> Sessions.in(() -> shrink(one.plan(), failing, attempts)), last);
            }
            if (last.ending() == Ending.TIMED_OUT || last.ending() == Ending.INTERRUPTED) {
                // Each further try could cost a whole time-out too.
                return last;
            }
            if (last.ending() == Ending.BOUND && inconclusive.isEmpty()) {
                inconclusive = Optional.of(last);
            }
        }
        return inconclusive.orElse(last);
    }

    /** A sequence, and what it can be made shorter from. */
    record MadeUp(Shrinkable<ActionChain<Plan>> plan, ImmutableList<Step> steps) {
    }

    /** The first so many sequences: always the same for a seed and what the subject can do. */
    ImmutableList<MadeUp> madeUp(long seed, ImmutableSet<Capability> capabilities, int many) {
        return Sessions.in(() -> {
            Supplier<Shrinkable<ActionChain<Plan>>> sequences = sequences(seed, capabilities);
            ImmutableList.Builder<MadeUp> all = ImmutableList.builder();
            for (int i = 0; i < many; i++) {
                Shrinkable<ActionChain<Plan>> plan = sequences.get();
                all.add(new MadeUp(plan, steps(plan)));
                JqwikSession.finishTry();
            }
            return all.build();
        });
    }

    private Supplier<Shrinkable<ActionChain<Plan>>> sequences(long seed, ImmutableSet<Capability> capabilities) {
        // The theme is part of the seed: themes with equal weights would else repeat each other.
        Random random = new Random(Hashing.murmur3_128().newHasher().putLong(seed).putUnencodedChars(theme.name()).hash().asLong());
        RandomGenerator<ActionChain<Plan>> generator = plans(theme, capabilities).generator(tries);
        return () -> generator.next(random);
    }

    private static ImmutableList<Step> steps(Shrinkable<ActionChain<Plan>> plan) {
        return plan.value().run().finish();
    }

    private static Attempt shrink(Shrinkable<ActionChain<Plan>> plan, Attempt failing, Attempts attempts) {
        Shrinkable<ActionChain<Plan>> smallest = plan;
        Attempt best = failing;
        int tried = 0;
        boolean progress = true;
        while (progress && tried < SHRINK_TRIES && attempts.mayShrink()) {
            progress = false;
            for (Shrinkable<ActionChain<Plan>> candidate : (Iterable<Shrinkable<ActionChain<Plan>>>) smallest.shrink()::iterator) {
                if (++tried > SHRINK_TRIES || !attempts.mayShrink()) {
                    break;
                }
                Attempt attempt = attempts.attempt(Script.of(steps(candidate)));
                if (attempt.failsLike(failing) && attempt.steps().size() < best.steps().size()) {
                    smallest = candidate;
                    best = attempt;
                    progress = true;
                    break;
                }
            }
        }
        return best;
    }
}
