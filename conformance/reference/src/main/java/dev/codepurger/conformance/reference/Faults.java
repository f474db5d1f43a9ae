package dev.codepurger.conformance.reference;

import static dev.codepurger.spec.Observability.BLACK_BOX;
import static dev.codepurger.spec.Observability.EFFECTS;
import static dev.codepurger.spec.Observability.PAUSED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Observability;
import dev.codepurger.spec.Rule;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** The faults, and what makes them. */
final class Faults {
    static final ImmutableMap<Fault, Supplier<Variation>> ALL = new Catalogue()
            .add("kill-limit-11", "has one kill more outstanding than its limit, so 11 instead of 10", KillFaults::limit11,
                    Set.of(PAUSED, EFFECTS), Rule.KILL_1)
            .add("first-in-first-out", "kills the victim first that has waited longest", KillFaults::firstInFirstOut,
                    Set.of(PAUSED, EFFECTS), Rule.KILL_3)
            .add("lost-down", "never hears of the first death that it waits for", LostDown::new,
                    Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.LIVE_5, Rule.KILL_6)
            .add("stale-reply-accepted", "counts every answer, also one to an earlier check", CheckFaults::staleReplyAccepted,
                    Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.CHECK_3)
            .add("queue-reversed", "serves the requests saved in a check last in, first out", QueueFaults::reversed,
                    Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.QUEUE_1, Rule.QUEUE_3)
            .add("tester-death-unnoticed", "waits for ever for a tester that has died between continue and continued",
                    HandshakeFaults::deathUnnoticedBetween, Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.HANDSHAKE_13)
            .add("soft-purge-kills", "kills in a soft purge as in a hard one", CheckFaults::softPurgeKills,
                    Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.SOFT_4)
            .add("callers-left-suspended", "resumes nobody at the end of a purge", CallersLeftSuspended::new,
                    Set.of(BLACK_BOX, PAUSED, EFFECTS), Rule.LAMBDA_9)
            .build();

    private Faults() {
    }

    static Supplier<Variation> variationOf(Fault fault) {
        return Objects.requireNonNull(ALL.get(fault), fault::name);
    }

    private static final class Catalogue {
        private final ImmutableMap.Builder<Fault, Supplier<Variation>> all = ImmutableMap.builder();

        Catalogue add(String name, String description, Supplier<Variation> variation, Set<Observability> observable, Rule... rules) {
            return add(name, description, Profile.SEED, variation, observable, rules);
        }

        Catalogue add(String name, String description, Profile profile, Supplier<Variation> variation, Set<Observability> observable,
                Rule... rules) {
            all.put(new Fault(name, description, profile, ImmutableSet.copyOf(rules), ImmutableSet.copyOf(observable)), variation);
            return this;
        }

        ImmutableMap<Fault, Supplier<Variation>> build() {
            return all.buildOrThrow();
        }
    }
}
