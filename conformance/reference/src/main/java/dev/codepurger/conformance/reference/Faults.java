package dev.codepurger.conformance.reference;

import static dev.codepurger.spec.Observability.BLACK_BOX;
import static dev.codepurger.spec.Observability.EFFECTS;
import static dev.codepurger.spec.Observability.PAUSED;
import static dev.codepurger.spec.Observability.STALLED;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Observability;
import dev.codepurger.spec.Rule;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The faults, and what makes them. */
final class Faults {
    private static final Set<Observability> ANYHOW = Set.of(BLACK_BOX, PAUSED, EFFECTS);
    private static final Set<Observability> NOT_BLACK_BOX = Set.of(PAUSED, EFFECTS);

    static final ImmutableMap<Fault, Supplier<Variation>> ALL = new Catalogue()
            // The first eight.
            .steps("kill-limit-11", "has one kill more outstanding than its limit, so 11 instead of 10", KillFaults.Limit11::new,
                    NOT_BLACK_BOX, Rule.KILL_1)
            .steps("first-in-first-out", "kills the victim first that has waited longest", KillFaults.FirstInFirstOut::new,
                    NOT_BLACK_BOX, Rule.KILL_3)
            .add("lost-down", "never hears of the first death that it waits for", LostDown::new,
                    ANYHOW, Rule.LIVE_5, Rule.KILL_6)
            .steps("stale-reply-accepted", "counts every answer, also one to an earlier check", CheckFaults.StaleReplyAccepted::new,
                    ANYHOW, Rule.CHECK_3)
            .steps("queue-reversed", "serves the requests saved in a check last in, first out", QueueFaults.Reversed::new,
                    ANYHOW, Rule.QUEUE_1, Rule.QUEUE_3)
            .steps("tester-death-unnoticed", "waits for ever for a tester that has died between continue and continued",
                    HandshakeFaults.DeathUnnoticedBetween::new, ANYHOW, Rule.HANDSHAKE_13)
            .steps("soft-purge-kills", "kills in a soft purge as in a hard one", CheckFaults.SoftPurgeKills::new,
                    ANYHOW, Rule.SOFT_4)
            .kernel("callers-left-suspended", "resumes nobody at the end of a purge", KernelFaults.CallersLeftSuspended::new,
                    ANYHOW, Rule.LAMBDA_9)
            // Kills.
            .steps("kill-limit-9", "has one kill less outstanding than its limit, so 9 instead of 10", KillFaults.Limit9::new,
                    NOT_BLACK_BOX, Rule.KILL_9)
            .steps("kill-limit-none", "kills every victim at once", KillFaults.NoLimit::new,
                    NOT_BLACK_BOX, Rule.KILL_1)
            .steps("kill-before-monitor", "kills a victim before it monitors it", KillFaults.KillBeforeMonitor::new,
                    Set.of(EFFECTS), Rule.KILL_2)
            .steps("end-before-last-down", "ends a check while kills are outstanding", KillFaults.EndBeforeLastDown::new,
                    NOT_BLACK_BOX, Rule.KILL_5)
            .steps("waiting-victims-forgotten", "forgets the victim whose turn it is when a kill is confirmed",
                    KillFaults.WaitingForgotten::new,
                    ANYHOW, Rule.KILL_6, Rule.KILL_7)
            .steps("flag-on-death", "reports a kill only if the victim really died of it", KillFaults.FlagOnDeath::new,
                    NOT_BLACK_BOX, Rule.KILL_4)
            .steps("unknown-down-counted", "takes any DOWN message for that of a victim", KillFaults.UnknownDownCounted::new,
                    NOT_BLACK_BOX, Rule.CHECK_4)
            // Checks.
            .add("lost-check-reply", "never gets the first answer that it waits for", LostReply::new,
                    ANYHOW, Rule.LIVE_5)
            .add("doubled-check-reply", "gets every answer twice, and counts both", DoubledReply::new,
                    ANYHOW, Rule.CHECK_2)
            .steps("soft-purge-completes", "removes old code in a soft purge although a process refers to it",
                    CheckFaults.SoftPurgeCompletes::new, ANYHOW, Rule.SOFT_3)
            .kernel("snapshot-before-prepare", "lists the processes before it prepares", KernelFaults.SnapshotBeforePrepare::new,
                    Set.of(STALLED, EFFECTS), Rule.CHECK_1)
            .kernel("callers-left-by-abort", "resumes nobody when it gives up a purge", KernelFaults.CallersLeftByAbort::new,
                    ANYHOW, Rule.LAMBDA_9)
            // Requests.
            .steps("queue-lost", "drops the requests that come during a check", QueueFaults.Lost::new,
                    ANYHOW, Rule.QUEUE_1)
            .add("saved-served-last", "serves saved requests after those that came later", SavedServedLast::new,
                    ANYHOW, Rule.QUEUE_4)
            .kernel("answered-twice", "answers every request twice", KernelFaults.AnsweredTwice::new,
                    ANYHOW, Rule.DISPATCH_4)
            .steps("finish-saved", "claims the profile seed, and saves a finish_after_on_load that comes during a check",
                    QueueFaults.FinishSaved::new, ANYHOW, Rule.QUEUE_5)
            .claiming(Profile.HARDENED)
            .steps("finish-lost", "claims the profile hardened, and loses a finish_after_on_load that comes during a check",
                    QueueFaults.FinishLost::new, ANYHOW, Rule.QUEUE_6)
            .claiming(Profile.SEED)
            // Handshakes.
            .steps("tester-death-unnoticed-at-started", "waits for ever for a tester that dies at started",
                    HandshakeFaults.DeathUnnoticedAtStarted::new, ANYHOW, Rule.HANDSHAKE_12)
            .steps("tester-death-unnoticed-at-continued", "waits for ever for a tester that dies at continued",
                    HandshakeFaults.DeathUnnoticedAtContinued::new, ANYHOW, Rule.HANDSHAKE_14)
            .steps("half-done-without-tester", "leaves a purge half done when its tester dies", HandshakeFaults.HalfDone::new,
                    ANYHOW, Rule.PURGE_4)
            .steps("started-before-prepare", "tells the tester before it prepares", HandshakeFaults.StartedBeforePrepare::new,
                    Set.of(STALLED, EFFECTS), Rule.HANDSHAKE_1)
            .steps("continued-skipped", "leaves out the second handshake when there is no old code", HandshakeFaults.ContinuedSkipped::new,
                    ANYHOW, Rule.HANDSHAKE_4)
            .add("foreign-continue-refused", "lets nobody but the tester send continue and complete", ForeignContinueRefused::new,
                    ANYHOW, Rule.HANDSHAKE_5)
            .steps("wrong-ref-accepted", "goes on at any continue or complete", HandshakeFaults.WrongRefAccepted::new,
                    ANYHOW, Rule.HANDSHAKE_6)
            .build();

    private Faults() {
    }

    static Supplier<Variation> variationOf(Fault fault) {
        return Objects.requireNonNull(ALL.get(fault), fault::name);
    }

    private static final class Catalogue {
        private final ImmutableMap.Builder<Fault, Supplier<Variation>> all = ImmutableMap.builder();
        private Profile claimed = Profile.SEED;

        Catalogue claiming(Profile profile) {
            claimed = profile;
            return this;
        }

        Catalogue steps(String name, String description, Function<dev.codepurger.impl.Profile, Steps> steps,
                Set<Observability> observable, Rule... rules) {
            return add(name, description, () -> new StepsVariation(steps), observable, rules);
        }

        Catalogue kernel(String name, String description, UnaryOperator<Kernel> kernel, Set<Observability> observable, Rule... rules) {
            return add(name, description, () -> KernelFaults.on(kernel), observable, rules);
        }

        Catalogue add(String name, String description, Supplier<Variation> variation, Set<Observability> observable, Rule... rules) {
            all.put(new Fault(name, description, claimed, ImmutableSet.copyOf(rules), ImmutableSet.copyOf(observable)), variation);
            return this;
        }

        ImmutableMap<Fault, Supplier<Variation>> build() {
            return all.buildOrThrow();
        }
    }
}
