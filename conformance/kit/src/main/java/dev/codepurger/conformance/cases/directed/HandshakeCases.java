package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.KILL_LIMIT;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.PURGER_AS_SENDER;
import static dev.codepurger.conformance.subject.Capability.STALL_PREPARE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_1;
import static dev.codepurger.spec.Rule.HANDSHAKE_18;
import static dev.codepurger.spec.Rule.HANDSHAKE_19;
import static dev.codepurger.spec.Rule.HANDSHAKE_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_3;
import static dev.codepurger.spec.Rule.HANDSHAKE_4;
import static dev.codepurger.spec.Rule.KILL_1;
import static dev.codepurger.spec.Rule.KILL_3;
import static dev.codepurger.spec.Rule.QUEUE_2;
import static dev.codepurger.spec.Rule.SOFT_2;
import static dev.codepurger.spec.Rule.SOFT_3;
import static dev.codepurger.spec.Rule.SOFT_5;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Effect;
import java.util.List;

/**
 * Cases for the session of a test_purge: what happens at its two waits, between them and after them. The messages that end a wait are in {@link
 * HandshakeWordCases}, two sessions at once in {@link SecondTesterCases}, testers that die in {@link TesterDeathCases}.
 */
final class HandshakeCases {
    private HandshakeCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("handshake-hard-session", "A hard test_purge waits twice, kills between, and completes at its end")
                        .rules(HANDSHAKE_1, HANDSHAKE_2, HANDSHAKE_3).plays(HandshakeCases::hardSession),
                ConformanceCase.of("handshake-started-after-prepare", "A tester is told started only when prepare has returned")
                        .rules(HANDSHAKE_1).needs(STALL_PREPARE).plays(HandshakeCases::startedAfterPrepare),
                ConformanceCase.of("handshake-snapshot-after-continue", "A process that is spawned at started is asked").rules(HANDSHAKE_1)
                        .needs(PAUSE).plays(HandshakeCases::snapshotAfterContinue),
                ConformanceCase.of("handshake-effects", "The effects show no check before continue, and no completion before complete")
                        .rules(HANDSHAKE_1, HANDSHAKE_2).needs(EFFECTS).plays(HandshakeCases::hardSession),
                ConformanceCase
                        .of("handshake-caller-waits-until-complete", "A suspended caller is resumed after complete, not at continued")
                        .rules(HANDSHAKE_2).needs(FUNS).plays(HandshakeCases::callerWaits),
                ConformanceCase.of("handshake-soft-session-aborts", "A soft test_purge of code that is in use says false")
                        .rules(HANDSHAKE_3, SOFT_3).plays(HandshakeCases::softAborts),
                ConformanceCase.of("handshake-soft-session-ends-at-first-true", "A soft test_purge waits for nobody after the first true")
                        .rules(SOFT_5).needs(PAUSE).plays(HandshakeCases::softEndsAtFirstTrue),
                ConformanceCase.of("handshake-kills-limit-two", "A hard test_purge kills in the order and number of every hard check")
                        .rules(KILL_1, KILL_3).needs(PAUSE, HOLD, KILL_LIMIT).killLimit(2).plays(HandshakeCases::killsLimitTwo),
                ConformanceCase.of("handshake-soft-session-purges", "A soft test_purge of code that nobody uses says true")
                        .rules(HANDSHAKE_3, SOFT_2).plays(HandshakeCases::softPurges),
                ConformanceCase.of("handshake-without-old-code", "Without old code a tester is told started and continued all the same")
                        .rules(HANDSHAKE_1, HANDSHAKE_3, HANDSHAKE_4).plays(HandshakeCases::withoutOldCode),
                ConformanceCase
                        .of("handshake-code-that-becomes-old-meanwhile", "Code that becomes old in a session that found none is left alone")
                        .rules(HANDSHAKE_4).needs(FUNS).plays(HandshakeCases::becomesOldMeanwhile),
                ConformanceCase.of("handshake-purger-as-tester", "With the purger itself as tester others must send both words")
                        .rules(HANDSHAKE_18).needs(PURGER_AS_SENDER).plays(HandshakeCases::purgerAsTester),
                ConformanceCase
                        .of("handshake-own-result-is-saved",
                                "A check saves the result that the purger has sent to itself, and drops it later")
                        .rules(QUEUE_2).needs(PURGER_AS_SENDER, HOLD, EFFECTS).plays(HandshakeCases::ownResultSaved),
                ConformanceCase
                        .of("handshake-verdict-fixed-at-continued", "A lingerer that leaves at continued does not change the verdict")
                        .rules(HANDSHAKE_19).plays(HandshakeCases::verdictFixed),
                ConformanceCase
                        .of("handshake-verdict-fixed-though-lingerer-dies", "A lingerer that dies at continued does not change the verdict")
                        .rules(HANDSHAKE_19).plays(HandshakeCases::verdictFixedThoughDead));
    }

    private static void hardSession(Session s) {
        Scenes.lingering(s, "m", "v1", "v2");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.expectAlive("v1", "v2");
        Scenes.continued(s, "t1");
        s.expectDead("v1", "v2");
        s.expectOldCode("m", true);
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, true);
        s.expectOldCode("m", false);
    }

    private static void startedAfterPrepare(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.tester(s, "t1");
        s.stallPrepare();
        s.testPurge("t1", "m", TestType.HARD, tester);
        s.settle(BLOCKED);
        s.expectNotStarted("t1");
        s.unstall();
        s.settle(HELD);
        s.expectStarted("t1");
    }

    private static void snapshotAfterContinue(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        s.spawn("newborn");
        s.pause("newborn");
        s.continueTest("t1", tester);
        s.settle(BLOCKED);
        s.expectNotContinued("t1");
        s.resume("newborn");
        s.settle(HELD);
        s.expectContinued("t1");
        Scenes.completed(s, "t1");
        s.expectSoft("t1", true);
    }

    private static void callerWaits(Session s) {
        Scenes.oldFun(s, "m");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        Scenes.finished(s, "t1", "caller");
        s.expectSoft("t1", true);
        s.expectReturned("c1", "badfun");
    }

    private static void softAborts(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.finished(s, "t1");
        s.expectSoft("t1", false);
        s.expectAlive("p");
        s.expectOldCode("m", true);
    }

    private static void softEndsAtFirstTrue(Session s) {
        Scenes.lingering(s, "m", "a", "b");
        s.spawn("bystander");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.pause("b");
        s.pause("bystander");
        Scenes.finished(s, "t1");
        s.expectSoft("t1", false);
    }

    private static void killsLimitTwo(Session s) {
        List<String> victims = Scenes.victims(4);
        Scenes.lingering(s, "m", victims);
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.answeredInOrder(s, victims, () -> s.continueTest("t1", tester));
        Scenes.dieTwoAtATime(s);
        s.expectNotContinued("t1");
        s.resume("v2");
        s.settle(HELD);
        s.expectContinued("t1");
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, true);
    }

    private static void softPurges(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.leave("p");
        Scenes.continued(s, "t1");
        s.expectOldCode("m", true);
        Scenes.completed(s, "t1");
        s.expectSoft("t1", true);
        s.expectAlive("p");
        s.expectOldCode("m", false);
    }

    private static void withoutOldCode(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        for (String module : List.of("m", "unknown")) {
            for (TestType type : List.of(TestType.HARD, TestType.SOFT)) {
                String ref = module + type;
                Scenes.started(s, ref, module, type);
                Scenes.finished(s, ref);
                if (type == TestType.HARD) {
                    s.expectHard(ref, false, false);
                } else {
                    s.expectSoft(ref, true);
                }
            }
        }
        s.expectAlive("p");
    }

    private static void becomesOldMeanwhile(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.spawnIn("p", "m");
        s.spawn("caller");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.load("m");
        s.callFun("c1", "caller", "f");
        s.settle(HELD);
        s.expectReturned("c1", "1");
        Scenes.finished(s, "t1");
        s.expectHard("t1", false, false);
        s.expectAlive("p");
        s.expectOldCode("m", true);
    }

    private static void purgerAsTester(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("helper");
        s.testPurge("t1", "m", TestType.HARD, Session.PURGER);
        s.settle(HELD);
        s.expectAlive("v");
        s.softPurge("r1", "x");
        s.continueTest("t1", "helper");
        s.settle(HELD);
        s.expectDead("v");
        s.expectOldCode("m", true);
        s.completeTest("t1", "helper");
        s.settle(IDLE);
        s.expectOldCode("m", false);
        s.expectSoft("r1", true);
    }

    private static void ownResultSaved(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("helper");
        s.hold();
        s.testPurge("t1", "x", TestType.HARD, Session.PURGER);
        s.continueTest("t1", "helper");
        s.completeTest("t1", "helper");
        s.purge("r1", "m");
        s.release();
        s.settle(IDLE);
        s.expect(s.effects(Effect.Saved.class).size() == 1, "the result, and nothing else, was expected to be saved");
        s.expectHard("r1", true, false);
    }

    private static void verdictFixed(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.leave("p");
        s.settle(HELD);
        Scenes.completed(s, "t1");
        s.expectSoft("t1", false);
        s.expectOldCode("m", true);
    }

    private static void verdictFixedThoughDead(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.exit("p");
        s.settle(HELD);
        s.expectDown("p", "normal");
        Scenes.completed(s, "t1");
        s.expectSoft("t1", false);
        s.expectOldCode("m", true);
    }
}
