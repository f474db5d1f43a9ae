package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rest, and the kinds of it. */
class SettleTest {

    /** Loses the n-th message of a kind. */
    private static final class Losing extends ForwardingMailbox {
        private final Predicate<Message> kind;
        private final AtomicInteger left;

        Losing(Mailbox delegate, Predicate<Message> kind, int which) {
            super(delegate);
            this.kind = kind;
            left = new AtomicInteger(which);
        }

        @Override
        public void put(Pid sender, Message message) {
            if (!kind.test(message) || left.decrementAndGet() != 0) {
                delegate.put(sender, message);
            }
        }
    }

    private static Harness losing(Scheduling scheduling, Predicate<Message> kind, int which) {
        return new Harness(
                Profile.SEED, scheduling, builder -> builder.wrapMailbox(mailbox -> new Losing(mailbox, kind, which)));
    }

    @OnEverySchedule
    void aLostAnswerLeavesThePurgerStalled(Scheduling scheduling) {
        try (Harness h = losing(scheduling, m -> m instanceof Message.CheckReply, 3)) {
            h.clients("c").lingering("m", Harness.names("p", 5));
            h.purge("r", "m", "c");
            assertEquals("stalled", h.settle());
            assertEquals("stalled", h.settle());
            h.then(h.node.pause("c"));
            assertEquals("blocked", h.settle());
            h.then(h.node.resume("c"));
            assertEquals("stalled", h.settle());
        }
    }

    @OnEverySchedule
    void aLostDeathLeavesThePurgerStalledWhicheverItIs(Scheduling scheduling) {
        for (int which = 1; which <= 12; which++) {
            try (Harness h = losing(scheduling, m -> m instanceof Message.Down, which)) {
                h.clients("c").lingering("m", Harness.names("p", 12));
                h.purge("r", "m", "c");
                assertEquals("stalled", h.settle());
                assertEquals(11, h.all("killed").size());
                assertEquals(12, h.seen("down").size());
            }
        }
    }

    @OnEverySchedule
    void aSuspendedProcessIsNoExcuseForAStall(Scheduling scheduling) {
        try (Harness h = losing(scheduling, m -> m instanceof Message.Down, 1)) {
            h.clients("c", "s").lingering("m", "p");
            h.then(h.node.suspend("s"));
            h.purge("r", "m", "c");
            assertEquals("stalled", h.settle());
        }
    }

    @OnEverySchedule
    void aHeldPurgerIsBlockedWhereverItIs(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("t")) {
            h.then(h.node.hold());
            assertEquals("blocked", h.settle());
            h.then(h.node.release());
            assertEquals("idle", h.settle());
            h.testPurge("s", "m", "t", true);
            assertEquals("held", h.settle());
            h.then(h.node.hold()).goOn("s", "t");
            assertEquals("blocked", h.settle());
            h.then(h.node.release());
            assertEquals("held", h.settle());
            assertTrue(h.seen().contains("continued t s"));
        }
    }

    @OnEverySchedule
    void aStalledPrepareIsBlockedAndCanBeKilled(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).clients("c").lingering("m")) {
            h.then(h.node.stallPrepare());
            assertEquals("idle", h.settle());
            h.purge("r", "m", "c");
            assertEquals("blocked", h.settle());
            h.then(h.node.kill(JvmNode.PURGER));
            assertEquals("down", h.settle());
        }
    }

    @Test
    void aNodeThatDoesNotComeToRestIsReportedAsBusy() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        try (JvmNode node = JvmNode.builder()
                .effects(effect -> {
                    entered.countDown();
                    awaitForever(leave);
                })
                .start()) {
            var ignored = node.purger().purgeAsync("m");
            assertTrue(entered.await(20, TimeUnit.SECONDS));
            assertEquals(Optional.empty(), node.settle(Duration.ofMillis(5)));
            leave.countDown();
            assertTrue(node.settle(Harness.LONG).isPresent());
        }
    }

    private static void awaitForever(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @OnEverySchedule
    void aListenerThatThrowsIsReportedAndTheNodeGoesOn(Scheduling scheduling) {
        try (JvmNode node = JvmNode.builder()
                .scheduling(scheduling)
                .effects(effect -> {
                    throw new IllegalArgumentException("ouch");
                })
                .start()) {
            assertEquals(new PurgeResult(false, false), node.purger().purge("m"));
            Throwable thrown = assertThrows(IllegalStateException.class, () -> node.settle(Harness.LONG));
            assertEquals("ouch", String.valueOf(thrown.getCause() == null ? null : thrown.getCause().getMessage()));
        }
    }

    /** A purger that asks for all processes again and again, though not for ever. */
    private static final class Restless extends ForwardingKernel {
        private static final int MANY = 3_000_000;

        Restless(Kernel delegate) {
            super(delegate);
        }

        @Override
        public List<Pid> processes() {
            List<Pid> all = delegate.processes();
            for (int i = 0; i < MANY; i++) {
                all = delegate.processes();
            }
            return all;
        }
    }

    @Test
    void stepByStepTooTheClockIsLookedAt() {
        try (Harness h = new Harness(Profile.SEED, Scheduling.seeded(1), builder -> builder.wrapKernel(Restless::new))) {
            h.clients("c").lingering("m").purge("r", "m", "c");
            assertEquals(Optional.empty(), h.node.settle(Duration.ofMillis(5)));
        }
    }

    @OnEverySchedule
    void aFaultThatThrowsWhereAProcessSendsIsReportedToo(Scheduling scheduling) {
        UnaryOperator<Mailbox> throwing = Harness.beforeAnswers(sender -> {
            throw new IllegalArgumentException("ouch");
        });
        try (Harness h = new Harness(Profile.SEED, scheduling, builder -> builder.wrapMailbox(throwing))) {
            h.clients("c").lingering("m").purge("r", "m", "c");
            Throwable thrown = assertThrows(IllegalStateException.class, h::settle);
            assertEquals("ouch", String.valueOf(thrown.getCause() == null ? null : thrown.getCause().getMessage()));
        }
    }
}
