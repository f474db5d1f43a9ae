package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.NoPendingOnLoadException;
import dev.codepurger.impl.kernel.Pid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The calls from Java. */
class CodePurgerTest {

    @OnEverySchedule
    void blockingCallsReturnWhatWasDone(Scheduling scheduling) {
        try (Harness h = Harness.hardened(scheduling).lingering("m", "p").lingering("n")) {
            CodePurger purger = h.node.purger();
            assertFalse(purger.softPurge("m"));
            assertEquals(new PurgeResult(true, true), purger.purge("m"));
            assertEquals(new PurgeResult(false, false), purger.purge("m"));
            assertEquals(new PurgeResult(true, false), purger.purge("n"));
            assertTrue(purger.softPurge("m"));
            assertEquals(OnLoadResult.NO_PENDING_ON_LOAD, purger.finishAfterOnLoad("m", true));
            h.node.beginOnLoad("m");
            assertEquals(OnLoadResult.OK, purger.finishAfterOnLoad("m", true));
            assertTrue(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void aTestPurgeIsLedByItsTester(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "p")) {
            TestPurge<PurgeResult> test = h.node.purger().testPurge("m");
            assertEquals("held", h.settle());
            assertTrue(test.started().isDone());
            assertTrue(h.node.alive("p"));
            test.continuePurge();
            assertEquals("held", h.settle());
            assertTrue(test.continued().isDone());
            assertFalse(h.node.alive("p"));
            assertFalse(test.result().isDone());
            test.completePurge();
            assertEquals("idle", h.settle());
            assertEquals(new PurgeResult(true, true), test.result().join());
        }
    }

    @OnEverySchedule
    void aTesterThatDiesDoesNotStopThePurge(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "p")) {
            TestPurge<Boolean> test = h.node.purger().testSoftPurge("m");
            assertEquals("held", h.settle());
            test.die();
            assertEquals("idle", h.settle());
            assertTrue(test.result().isCancelled());
            assertTrue(h.node.checkOldCode("m"));
        }
    }

    @OnEverySchedule
    void cancellingAbandonsOnlyTheReply(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "p")) {
            h.then(h.node.hold());
            CompletableFuture<PurgeResult> future = h.node.purger().purgeAsync("m");
            assertTrue(future.cancel(true));
            h.then(h.node.release());
            assertEquals("idle", h.settle());
            assertFalse(h.node.checkOldCode("m"));
            assertTrue(future.isCancelled());
        }
    }

    @OnEverySchedule
    void aCrashReachesEveryCallerAndLaterCallsFailAtOnce(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling).lingering("m", "p")) {
            CodePurger purger = h.node.purger();
            h.then(h.node.hold());
            List<CompletableFuture<?>> futures = new ArrayList<>();
            futures.add(purger.finishAfterOnLoadAsync("m", true));
            futures.add(purger.purgeAsync("m"));
            futures.add(purger.softPurgeAsync("m"));
            futures.add(purger.testPurge("m").started());
            h.then(h.node.release());
            assertEquals("down", h.settle());
            assertEquals(List.of("purger_down badarg"), h.seen());
            for (CompletableFuture<?> future : futures) {
                Throwable down = assertThrows(CompletionException.class, future::join).getCause();
                assertInstanceOf(NoPendingOnLoadException.class, assertInstanceOf(PurgerDownException.class, down).getCause());
            }
            PurgerDownException later = assertThrows(PurgerDownException.class, () -> purger.purge("m"));
            assertInstanceOf(NoPendingOnLoadException.class, later.getCause());
            assertTrue(purger.testPurge("m").result().isCompletedExceptionally());
            assertFalse(purger.isAlive());
        }
    }

    @OnEverySchedule
    void anErrorInThePurgerIsACrashToo(Scheduling scheduling) {
        try (Harness h = new Harness(Profile.SEED, scheduling, builder -> builder.steps(Broken::new)).lingering("m", "p")) {
            PurgerDownException down = assertThrows(PurgerDownException.class, () -> h.node.purger().purge("m"));
            assertEquals("broken", String.valueOf(down.getCause() == null ? null : down.getCause().getMessage()));
            assertEquals("down", h.settle());
            assertEquals(List.of("purger_down crash"), h.seen());
        }
    }

    private static final class Broken extends Steps {
        Broken(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean slotFree(int outstandingKills) {
            throw new IllegalStateException("broken");
        }
    }

    @OnEverySchedule
    void aKilledPurgerFailsItsCallers(Scheduling scheduling) {
        try (Harness h = Harness.seed(scheduling)) {
            h.then(h.node.hold());
            CompletableFuture<Boolean> future = h.node.purger().softPurgeAsync("m");
            h.then(h.node.kill(JvmNode.PURGER));
            assertEquals("down", h.settle());
            Throwable down = assertThrows(CompletionException.class, future::join).getCause();
            Throwable why = assertInstanceOf(PurgerDownException.class, down).getCause();
            assertEquals("killed", assertInstanceOf(KernelStoppedException.class, why).reason());
        }
    }

    @Test
    void anInterruptedCallerStopsWaiting() {
        try (Harness h = Harness.seed(Scheduling.threads())) {
            h.then(h.node.hold());
            Thread.currentThread().interrupt();
            assertThrows(CancellationException.class, () -> h.node.purger().purge("m"));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aProfileChecksItsNumbers() {
        assertThrows(IllegalArgumentException.class, () -> Profile.SEED.withKillLimit(0));
        assertThrows(IllegalArgumentException.class, () -> new Profile("x", 1, -1, false, false, false, false));
        assertThrows(IllegalArgumentException.class, () -> new Scheduling.Threads(0));
        assertEquals(2, Profile.HARDENED.withKillLimit(2).killLimit());
        assertEquals(2, Profile.HARDENED.withKillLimit(2).killsAtOnce());
        assertEquals(10, Profile.OTP_25.killsAtOnce());
        assertEquals(3, Profile.OTP_25.withRequestsInFlight(3).killsAtOnce());
    }

    /** Replaces what the purger answers, and counts ports. */
    private static final class Counter extends ForwardingKernel {
        private final UnaryOperator<Message> change;
        final AtomicInteger opened = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();

        Counter(Kernel delegate, UnaryOperator<Message> change) {
            super(delegate);
            this.change = change;
        }

        @Override
        public void send(Pid to, Message message) {
            delegate.send(to, change.apply(message));
        }

        @Override
        public Pid openPort(Consumer<Message> inbox) {
            opened.incrementAndGet();
            return delegate.openPort(inbox);
        }

        @Override
        public void closePort(Pid port) {
            closed.incrementAndGet();
            delegate.closePort(port);
        }
    }

    private static Harness counting(Scheduling scheduling, AtomicReference<Counter> counter, UnaryOperator<Message> change) {
        return new Harness(Profile.SEED, scheduling, builder -> builder.wrapKernel(kernel -> {
            Counter made = new Counter(kernel, change);
            counter.set(made);
            return made;
        }));
    }

    @OnEverySchedule
    void whoHasBeenAnsweredLeavesNoPort(Scheduling scheduling) {
        AtomicReference<Counter> counter = new AtomicReference<>();
        try (Harness h = counting(scheduling, counter, UnaryOperator.identity()).lingering("m", "p")) {
            h.node.purger().softPurge("m");
            TestPurge<PurgeResult> test = h.node.purger().testPurge("m");
            assertEquals("held", h.settle());
            test.continuePurge();
            assertEquals("held", h.settle());
            test.completePurge();
            assertEquals("idle", h.settle());
            assertTrue(test.result().isDone());
            Counter counted = Objects.requireNonNull(counter.get());
            assertEquals(2, counted.opened.get());
            assertEquals(2, counted.closed.get());
        }
    }

    @OnEverySchedule
    void anAnswerOfAnotherKindSaysThatNothingWasDone(Scheduling scheduling) {
        UnaryOperator<Message> finished = message -> message instanceof Message.Reply(var kind, var answer, var ref)
                ? new Message.Reply(kind, new Answer.Finished(), ref)
                : message;
        try (Harness h = counting(scheduling, new AtomicReference<>(), finished).lingering("m").lingering("n")) {
            assertEquals(new PurgeResult(false, false), h.node.purger().purge("m"));
            assertFalse(h.node.purger().softPurge("n"));
        }
    }

    @OnEverySchedule
    void aPortIsAllThatCanBeClosed(Scheduling scheduling) {
        AtomicReference<Counter> counter = new AtomicReference<>();
        try (Harness h = counting(scheduling, counter, UnaryOperator.identity()).clients("c")) {
            Objects.requireNonNull(counter.get()).closePort(h.node.pid("c"));
            assertEquals("idle", h.settle());
            assertTrue(h.node.alive("c"));
        }
    }
}
