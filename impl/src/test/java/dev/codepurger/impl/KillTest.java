package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Response;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Pid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The limit of outstanding kills, their order, and the flag. */
class KillTest {

    @OnEverySchedule
    void atMostTenKillsAreOutstandingAndEveryDeathFreesASlot(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", Harness.names("p", 25))) {
            h.purge("r", "m", "c");
            assertEquals("idle", h.settle());
            int outstanding = 0;
            int most = 0;
            for (String line : h.all("kill_issued", "killed")) {
                outstanding += line.startsWith("kill_issued") ? 1 : -1;
                most = Math.max(most, outstanding);
            }
            assertEquals(0, outstanding);
            assertTrue(most <= 10, "most outstanding: " + most);
            assertEquals(25, h.seen("down").size());
            assertTrue(h.seen().contains("reply c purge r {true,true}"));
        }
    }

    @OnEverySchedule
    void whoWaitsIsKilledLastInFirstOut(Scheduling scheduling) {
        try (Harness h = new Harness(Profile.SEED.withKillLimit(2), scheduling, UnaryOperator.identity())) {
            h.clients("c").lingering("m", Harness.names("p", 12));
            h.purge("r", "m", "c");
            assertEquals("idle", h.settle());
            List<String> waiting = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            int outstanding = 0;
            for (String line : h.all("answered", "killed")) {
                String process = Harness.second(line);
                if (line.endsWith("true")) {
                    if (outstanding < 2) {
                        outstanding++;
                        expected.add("kill_issued " + process);
                    } else {
                        waiting.add(process);
                    }
                } else if (line.startsWith("killed")) {
                    outstanding--;
                    if (!waiting.isEmpty()) {
                        outstanding++;
                        expected.add("kill_issued " + waiting.removeLast());
                    }
                }
            }
            assertEquals(expected, h.all("kill_issued"));
        }
    }

    @OnEverySchedule
    void aVictimIsMonitoredBeforeItIsKilled(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", Harness.names("p", 12))) {
            h.purge("r", "m", "c").settle();
            List<String> acts = h.all("monitored", "kill_issued");
            for (int i = 0; i < acts.size(); i += 2) {
                String victim = Harness.second(acts.get(i));
                assertEquals("monitored " + victim + " victim", acts.get(i));
                assertEquals("kill_issued " + victim, acts.get(i + 1));
            }
            assertEquals(24, acts.size());
        }
    }

    @OnEverySchedule
    void aCheckEndsOnlyWhenEveryAnswerAndEveryDeathIsThere(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c", "slow").lingering("m", "p1", "p2")) {
            h.then(h.node.pause("slow"));
            h.purge("r", "m", "c");
            assertEquals("blocked", h.settle());
            assertFalse(h.node.alive("p1"));
            assertFalse(h.node.alive("p2"));
            assertTrue(h.node.checkOldCode("m"));
            assertEquals(List.of(), h.seen("reply"));
            h.then(h.node.resume("slow"));
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r {true,true}"), h.seen("reply"));
        }
    }

    @OnEverySeed
    void aVictimIsKilledOnItsAnswerEvenIfItHasLeftMeanwhile(Scheduling scheduling) {
        try (Harness h = new Harness(Profile.SEED.withKillLimit(1), scheduling, UnaryOperator.identity())) {
            h.clients("c").lingering("m", "p1", "p2");
            h.purge("r", "m", "c");
            // One of the two is killed first; it must not die before the other has left.
            while (h.all("answered p1 true", "answered p2 true").isEmpty()) {
                assertEquals(1, h.node.step(1));
            }
            String first = h.all("answered p1 true").isEmpty() ? "p2" : "p1";
            String second = first.equals("p1") ? "p2" : "p1";
            h.then(h.node.pause(first));
            assertEquals("blocked", h.settle());
            assertEquals(List.of("kill_issued " + first), h.all("kill_issued"));
            h.then(h.node.leave(second));
            h.then(h.node.resume(first));
            assertEquals("idle", h.settle());
            assertEquals(List.of("down p1 killed", "down p2 killed"), h.seen("down").stream().sorted().toList());
        }
    }

    @OnEverySeed
    void theFlagTellsOfTheKillIssuedNotOfTheDeath(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.purge("r", "m", "c");
            while (h.all("kill_issued").isEmpty()) {
                assertEquals(1, h.node.step(1));
            }
            boolean stillAlive = h.node.exit("p") == Response.OK;
            assertEquals("idle", h.settle());
            assertEquals(List.of(stillAlive ? "down p normal" : "down p killed"), h.seen("down"));
            assertEquals(List.of("reply c purge r {true,true}"), h.seen("reply"));
        }
    }

    @OnEverySchedule
    void whoExitsBeforeHeAnswersIsNotKilled(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m", "p")) {
            h.then(h.node.hold());
            h.purge("r", "m", "c");
            h.then(h.node.exit("p")).then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r {true,false}"), h.seen("reply"));
        }
    }

    /** A purger that is killed after it has asked for all processes, and before its next act. */
    private static final class KilledThere extends ForwardingKernel {
        private final AtomicReference<Harness> harness;

        KilledThere(Kernel delegate, AtomicReference<Harness> harness) {
            super(delegate);
            this.harness = harness;
        }

        @Override
        public List<Pid> processes() {
            List<Pid> all = delegate.processes();
            Harness h = Objects.requireNonNull(harness.get());
            h.then(h.node.kill(JvmNode.PURGER));
            h.awaitSeen(1);
            return all;
        }
    }

    @Test
    void aPurgerThatIsDownDoesNothingAnyMore() {
        AtomicReference<Harness> harness = new AtomicReference<>();
        AtomicInteger asked = new AtomicInteger();
        try (Harness h = new Harness(Profile.SEED, Scheduling.threads(), builder -> builder.wrapKernel(
                kernel -> new KilledThere(new ForwardingKernel(kernel) {
                    @Override
                    public void requestCheck(Pid pid, String module, Object tag) {
                        delegate.requestCheck(pid, module, tag);
                        asked.incrementAndGet();
                    }
                }, harness)))) {
            harness.set(h);
            h.clients("c").lingering("m", "p").purge("r", "m", "c");
            assertEquals("down", h.settle());
            assertEquals(0, asked.get());
        }
    }
}
