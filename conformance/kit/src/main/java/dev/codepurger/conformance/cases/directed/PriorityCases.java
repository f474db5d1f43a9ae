package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.CHANGE_PRIO;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.DISPATCH_10;
import static dev.codepurger.spec.Rule.DISPATCH_11;
import static dev.codepurger.spec.Rule.DISPATCH_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.QUEUE_9;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import java.util.List;

/** Cases for {@code change_prio}. What a priority does is not to be seen; each answer shows what the one before it has set. */
final class PriorityCases {
    private PriorityCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("change-prio-answered", "Each change of the priority is answered with the one before")
                        .rules(DISPATCH_10).profiles(Scenes.LIMITING).needs(CHANGE_PRIO).plays(PriorityCases::answered),
                ConformanceCase.of("change-prio-refused", "What is no priority is answered with an error, and changes nothing")
                        .rules(DISPATCH_11).profiles(Scenes.LIMITING).needs(CHANGE_PRIO).plays(PriorityCases::refused),
                ConformanceCase.of("change-prio-dead-requester", "The priority changes though nobody is left to be told")
                        .rules(DISPATCH_10).profiles(Scenes.LIMITING).needs(CHANGE_PRIO, HOLD).plays(PriorityCases::deadRequester),
                ConformanceCase.of("change-prio-in-check", "A check answers a change of the priority at once")
                        .rules(QUEUE_9).profiles(Scenes.LIMITING).needs(CHANGE_PRIO, PAUSE).plays(PriorityCases::inCheck),
                ConformanceCase.of("change-prio-ahead-of-check", "A change that waits behind a purge is answered before the purge is")
                        .rules(QUEUE_9).profiles(Scenes.LIMITING).needs(CHANGE_PRIO, HOLD).plays(PriorityCases::aheadOfCheck),
                ConformanceCase.of("change-prio-in-handshake", "While the purger waits for a tester, a change stays in the mailbox")
                        .rules(HANDSHAKE_7).profiles(Scenes.LIMITING).needs(CHANGE_PRIO).plays(PriorityCases::inHandshake),
                ConformanceCase.of("change-prio-garbage", "A purger that knows of no priorities drops a change of them")
                        .rules(DISPATCH_2).profiles("seed", "hardened").needs(CHANGE_PRIO).plays(PriorityCases::garbage));
    }

    private static void answered(Session s) {
        s.changePrio("r1", Priority.LOW);
        s.settle(IDLE);
        was(s, "r1", Priority.HIGH);
        s.changePrio("r2", Priority.MAX);
        s.changePrio("r3", Priority.NORMAL);
        s.changePrio("r4", Priority.NORMAL);
        s.changePrio("r5", Priority.HIGH);
        s.settle(IDLE);
        was(s, "r2", Priority.LOW);
        was(s, "r3", Priority.MAX);
        was(s, "r4", Priority.NORMAL);
        was(s, "r5", Priority.NORMAL);
    }

    private static void refused(Session s) {
        s.changePrio("r1", Priority.NORMAL);
        s.changePrio("r2", Priority.OTHER);
        s.changePrio("r3", Priority.HIGH);
        s.settle(IDLE);
        was(s, "r1", Priority.HIGH);
        s.expectReply("r2", new Result.NoPriority());
        was(s, "r3", Priority.NORMAL);
    }

    private static void deadRequester(Session s) {
        s.spawn("gone");
        s.hold();
        s.changePrio("r1", Priority.LOW, "gone");
        s.exit("gone");
        s.settle(BLOCKED);
        s.release();
        s.changePrio("r2", Priority.HIGH);
        s.settle(IDLE);
        s.expectNoReply("r1");
        was(s, "r2", Priority.LOW);
    }

    private static void inCheck(Session s) {
        Scenes.lingering(s, "m", "v1");
        s.pause("v1");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.changePrio("r2", Priority.LOW);
        s.changePrio("r3", Priority.OTHER);
        s.changePrio("r4", Priority.HIGH);
        s.settle(BLOCKED);
        was(s, "r2", Priority.HIGH);
        s.expectReply("r3", new Result.NoPriority());
        was(s, "r4", Priority.LOW);
        s.expectNoReply("r1");
        s.resume("v1");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void aheadOfCheck(Session s) {
        Scenes.twoVersions(s, "m");
        s.hold();
        s.purge("r1", "m");
        s.changePrio("r2", Priority.LOW);
        s.purge("r3", "m");
        s.release();
        s.settle(IDLE);
        s.expectReplyOrder("r2", "r1", "r3");
        was(s, "r2", Priority.HIGH);
    }

    private static void inHandshake(Session s) {
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.changePrio("r1", Priority.LOW);
        s.settle(HELD);
        s.expectNoReply("r1");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectNoReply("r1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        was(s, "r1", Priority.HIGH);
    }

    private static void garbage(Session s) {
        s.changePrio("r1", Priority.LOW);
        s.settle(IDLE);
        s.changePrio("r2", Priority.OTHER);
        s.settle(IDLE);
        s.expectNoReply("r1");
        s.expectNoReply("r2");
        s.purge("r3", "m");
        s.settle(IDLE);
        s.expectHard("r3", false, false);
    }

    private static void was(Session s, String request, Priority before) {
        s.expectReply(request, new Result.Was(before));
    }
}
