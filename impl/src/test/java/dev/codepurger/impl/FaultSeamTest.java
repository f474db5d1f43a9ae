package dev.codepurger.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.internal.Handshake;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.jvm.Scheduling;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faulty purgers can be made without touching the right one: by other steps, another mailbox, or another kernel. */
class FaultSeamTest {

    private static Harness faulty(Scheduling scheduling, UnaryOperator<JvmNode.Builder> fault) {
        return new Harness(Profile.SEED, scheduling, fault);
    }

    @OnEverySchedule
    void killLimitEleven(Scheduling scheduling) {
        for (boolean broken : new boolean[]{false, true}) {
            UnaryOperator<JvmNode.Builder> fault = builder -> broken ? builder.steps(profile -> new Steps(profile.withKillLimit(11)))
                    : builder;
            // Each death is lost, so the kills that are issued are those of the first round.
            try (Harness h = faulty(
                    scheduling,
                    builder -> fault.apply(builder).wrapMailbox(mailbox -> new ForwardingMailbox(mailbox) {
                        @Override
                        public void put(Pid sender, Message message) {
                            if (!(message instanceof Message.Down)) {
                                delegate.put(sender, message);
                            }
                        }
                    }))) {
                h.clients("c").lingering("m", Harness.names("p", 15)).purge("r", "m", "c");
                assertEquals("stalled", h.settle());
                assertEquals(broken ? 11 : 10, h.seen("down").size());
            }
        }
    }

    @OnEverySchedule
    void firstInFirstOut(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.profile(Profile.SEED.withKillLimit(1))
                .steps(profile -> new Steps(profile) {
                    @Override
                    protected @Nullable Pid nextWaiting(Deque<Pid> waiting) {
                        return waiting.pollLast();
                    }
                }))) {
            h.clients("c").lingering("m", Harness.names("p", 8)).purge("r", "m", "c");
            assertEquals("idle", h.settle());
            List<String> answered = new ArrayList<>();
            for (String line : h.all("answered")) {
                if (line.endsWith("true")) {
                    answered.add("kill_issued " + Harness.second(line));
                }
            }
            assertEquals(answered, h.all("kill_issued"));
        }
    }

    @OnEverySchedule
    void aLostDown(Scheduling scheduling) {
        AtomicBoolean lost = new AtomicBoolean();
        try (Harness h = faulty(scheduling, builder -> builder.wrapMailbox(mailbox -> new ForwardingMailbox(mailbox) {
            @Override
            public void put(Pid sender, Message message) {
                if (!(message instanceof Message.Down) || !lost.compareAndSet(false, true)) {
                    delegate.put(sender, message);
                }
            }
        }))) {
            h.clients("c").lingering("m", "p1", "p2").purge("r", "m", "c");
            assertEquals("stalled", h.settle());
        }
    }

    @OnEverySchedule
    void aStaleReplyAccepted(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.steps(profile -> new Steps(profile) {
            @Override
            protected boolean belongs(Object tag, Message.CheckReply reply) {
                return true;
            }
        }))) {
            h.clients("c", "slow").lingering("m", "p").then(h.node.pause("slow")).then(h.node.hold());
            h.purge("r", "m", "c");
            h.send("c", new Message.CheckReply("forged", h.node.pid("slow"), false)).then(h.node.release());
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c purge r {true,true}"), h.seen("reply"));
        }
    }

    @OnEverySchedule
    void aQueueReversed(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.steps(profile -> new Steps(profile) {
            @Override
            protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
                return super.merge(savedBefore, savedNow.reversed());
            }
        }))) {
            h.clients("c", "slow").lingering("m").then(h.node.pause("slow"));
            h.purge("r0", "m", "c").purge("r1", "x", "c").purge("r2", "x", "c").settle();
            h.then(h.node.resume("slow"));
            assertEquals("idle", h.settle());
            assertEquals(
                    List.of("reply c purge r0 {true,false}", "reply c purge r2 {false,false}", "reply c purge r1 {false,false}"),
                    h.seen());
        }
    }

    @OnEverySchedule
    void aTesterDeathUnnoticedBetween(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.steps(profile -> new Steps(profile) {
            @Override
            protected boolean noticesDeath(Handshake handshake, Message.Down down) {
                return !(handshake == Handshake.CONTINUED && down.reason().equals("noproc"));
            }
        }))) {
            h.clients("t").testPurge("s", "x", "t", true).settle();
            h.then(h.node.hold()).goOn("s", "t").then(h.node.exit("t")).then(h.node.release());
            assertEquals("held", h.settle());
        }
    }

    @OnEverySchedule
    void aSoftPurgeThatKills(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.steps(profile -> new Steps(profile) {
            @Override
            protected boolean killsLingering(boolean hard) {
                return true;
            }
        }))) {
            h.clients("c").lingering("m", "p").softPurge("r", "m", "c");
            assertEquals("idle", h.settle());
            assertFalse(h.node.alive("p"));
        }
    }

    @OnEverySchedule
    void callersLeftSuspended(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.wrapKernel(kernel -> new ForwardingKernel(kernel) {
            @Override
            public void resumeCallers(String module) {
                // Forgotten.
            }
        }))) {
            h.clients("t", "p").then(h.node.load("m")).then(h.node.makeFun("f", "m")).then(h.node.load("m"));
            h.testPurge("s", "m", "t", true).settle();
            h.then(h.node.callFun("c1", "p", "f"));
            h.goOn("s", "t").settle();
            h.complete("s", "t");
            assertEquals("idle [p]", h.settle());
        }
    }

    @OnEverySchedule
    void otherStepsThatLaterFaultsNeed(Scheduling scheduling) {
        try (Harness h = faulty(scheduling, builder -> builder.steps(AllWrong::new))) {
            h.clients("c", "t").lingering("m", "p").lingering("n", "q");
            h.softPurge("r1", "m", "c");
            assertEquals("idle", h.settle());
            assertEquals(List.of("reply c soft_purge r1 true"), h.news());
            h.purge("r2", "n", "c").settle();
            assertTrue(h.seen().contains("reply c purge r2 {true,false}"));
            h.testPurge("s", "n", "t", true);
            assertEquals("held", h.settle());
            assertEquals(List.of("prepared m true", "prepared n true"), h.all("prepared"));
            h.goOn("wrong", "t");
            assertEquals("idle", h.settle());
            assertEquals(List.of("started t s", "result t s {false,false}"), h.seen("started", "continued", "result"));
        }
    }

    /** Wrong at several places that do not get into each other's way. */
    private static final class AllWrong extends Steps {
        AllWrong(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean completesInSpite() {
            return true;
        }

        @Override
        protected boolean flagOnKill() {
            return false;
        }

        @Override
        protected boolean preparesBeforeStarted() {
            return false;
        }

        @Override
        protected boolean sameSession(@Nullable Object session, @Nullable Object ref) {
            return true;
        }

        @Override
        protected boolean continuesHandshake(boolean hadOldCode) {
            return hadOldCode;
        }
    }
}
