package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.JUNK;
import static dev.codepurger.conformance.subject.Capability.KILL_LIMIT;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.PURGER_AS_SENDER;
import static dev.codepurger.conformance.subject.Capability.STALL_PREPARE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_1;
import static dev.codepurger.spec.Rule.HANDSHAKE_10;
import static dev.codepurger.spec.Rule.HANDSHAKE_11;
import static dev.codepurger.spec.Rule.HANDSHAKE_17;
import static dev.codepurger.spec.Rule.HANDSHAKE_18;
import static dev.codepurger.spec.Rule.HANDSHAKE_19;
import static dev.codepurger.spec.Rule.HANDSHAKE_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_3;
import static dev.codepurger.spec.Rule.HANDSHAKE_4;
import static dev.codepurger.spec.Rule.HANDSHAKE_5;
import static dev.codepurger.spec.Rule.HANDSHAKE_6;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.HANDSHAKE_8;
import static dev.codepurger.spec.Rule.HANDSHAKE_9;
import static dev.codepurger.spec.Rule.KILL_1;
import static dev.codepurger.spec.Rule.KILL_3;
import static dev.codepurger.spec.Rule.QUEUE_8;
import static dev.codepurger.spec.Rule.SOFT_2;
import static dev.codepurger.spec.Rule.SOFT_3;
import static dev.codepurger.spec.Rule.SOFT_5;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/** Cases for the two waits of a test_purge and the messages that end them. What becomes of testers that die is in {@link TesterDeathCases}. */
final class HandshakeCases {
    private static final String SEED = "seed";
    private static final String HARDENED = "hardened";

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
                        .rules(HANDSHAKE_3, SOFT_3)
                        .plays(HandshakeCases::softAborts),
                ConformanceCase.of("handshake-soft-session-ends-at-first-true", "A soft test_purge waits for nobody after the first true")
                        .rules(SOFT_5).needs(PAUSE).plays(HandshakeCases::softEndsAtFirstTrue),
                ConformanceCase.of("handshake-kills-limit-two", "A hard test_purge kills in the order and number of every hard check")
                        .rules(KILL_1, KILL_3).needs(PAUSE, HOLD, KILL_LIMIT).killLimit(2).plays(HandshakeCases::killsLimitTwo),
                ConformanceCase.of("handshake-soft-session-purges", "A soft test_purge of code that nobody uses says true")
                        .rules(HANDSHAKE_3, SOFT_2)
                        .plays(HandshakeCases::softPurges),
                ConformanceCase.of("handshake-without-old-code", "Without old code a tester is told started and continued all the same")
                        .rules(HANDSHAKE_1, HANDSHAKE_3, HANDSHAKE_4).plays(HandshakeCases::withoutOldCode),
                ConformanceCase.of("handshake-code-that-becomes-old-meanwhile",
                        "Code that becomes old in a session that found none is left alone").rules(HANDSHAKE_4).needs(FUNS)
                        .plays(HandshakeCases::becomesOldMeanwhile),
                ConformanceCase.of("handshake-third-party", "Anybody may answer started and continued").rules(HANDSHAKE_5)
                        .plays(HandshakeCases::thirdParty),
                ConformanceCase.of("handshake-wrong-refs", "Words with another ref, and words out of turn, end no wait").rules(HANDSHAKE_6)
                        .plays(HandshakeCases::wrongRefs),
                ConformanceCase.of("handshake-former-tester-dies", "The death of a former tester, or its words, end no wait of another")
                        .rules(HANDSHAKE_6).plays(HandshakeCases::formerTesterDies),
                ConformanceCase.of("handshake-nothing-else-ends-a-wait", "Garbage, forged signals and requests end no wait")
                        .rules(HANDSHAKE_6)
                        .needs(JUNK, FORGE).plays(HandshakeCases::nothingElse),
                ConformanceCase.of("handshake-mailbox-keeps-requests", "Requests sent in a wait are served in their order afterwards")
                        .rules(HANDSHAKE_7).plays(HandshakeCases::mailboxKeeps),
                ConformanceCase.of("handshake-mailbox-keeps-without-old-code",
                        "Requests sent in the waits of a session without a check stay in the mailbox").rules(HANDSHAKE_7)
                        .plays(HandshakeCases::mailboxKeepsWithoutCheck),
                ConformanceCase.of("handshake-early-complete-is-lost", "A complete sent before continue is lost in the check")
                        .rules(HANDSHAKE_8)
                        .profiles(SEED).plays(HandshakeCases::earlyCompleteLost),
                ConformanceCase.of("handshake-complete-in-check-is-lost", "A complete sent before the last answer is lost in the check")
                        .rules(HANDSHAKE_8).profiles(SEED).needs(PAUSE).plays(HandshakeCases::completeInCheckLost),
                ConformanceCase
                        .of("handshake-both-words-at-once-lose-the-second", "A complete sent right after continue is lost in the check")
                        .rules(HANDSHAKE_8).profiles(SEED).needs(HOLD).plays(HandshakeCases::bothAtOnceLost),
                ConformanceCase
                        .of("handshake-second-tester-completes-too-early", "A second tester's early complete is lost in its own check")
                        .rules(HANDSHAKE_8).profiles(SEED).plays(HandshakeCases::secondCompletesTooEarly),
                ConformanceCase.of("handshake-early-complete-without-old-code", "Without old code an early complete is accepted")
                        .rules(HANDSHAKE_9).plays(HandshakeCases::earlyCompleteWithoutOldCode),
                ConformanceCase.of("handshake-words-before-the-request", "A word that comes before its request is dropped")
                        .rules(HANDSHAKE_1, HANDSHAKE_2).plays(HandshakeCases::wordsBeforeRequest),
                ConformanceCase.of("handshake-words-of-no-session-in-a-check", "A continue of no session is dropped by a check")
                        .rules(HANDSHAKE_10)
                        .plays(HandshakeCases::wordsOfNoSession),
                ConformanceCase.of("handshake-duplicates-are-dropped", "Words that are left over do not pass for those of a later session")
                        .rules(HANDSHAKE_10).plays(HandshakeCases::duplicates),
                ConformanceCase.of("handshake-early-complete-is-kept", "A complete sent before continue is kept for its session")
                        .rules(HANDSHAKE_11).profiles(HARDENED).plays(HandshakeCases::earlyCompleteKept),
                ConformanceCase.of("handshake-both-words-at-once", "A tester may send both words at once").rules(HANDSHAKE_11)
                        .profiles(HARDENED).needs(HOLD).plays(HandshakeCases::bothAtOnceKept),
                ConformanceCase
                        .of("handshake-words-of-saved-session-are-kept",
                                "Both words of a saved test_purge are kept until it waits for them")
                        .rules(HANDSHAKE_11).profiles(HARDENED).plays(HandshakeCases::savedSessionKept),
                ConformanceCase.of("handshake-second-test-purge-waits", "A second test_purge is started after the first has ended")
                        .rules(HANDSHAKE_17).plays(HandshakeCases::secondWaits),
                ConformanceCase.of("handshake-second-tester-speaks-too-early",
                        "A second tester's continue is lost in the first one's check").rules(QUEUE_8).profiles(SEED)
                        .plays(HandshakeCases::secondTooEarly),
                ConformanceCase.of("handshake-second-tester-without-old-code",
                        "Where the first session has no check, a second tester's continue is still there").rules(HANDSHAKE_7, HANDSHAKE_17)
                        .plays(HandshakeCases::secondWithoutCheck),
                ConformanceCase.of("handshake-purger-as-tester", "With the purger itself as tester others must send both words")
                        .rules(HANDSHAKE_18).needs(PURGER_AS_SENDER).plays(HandshakeCases::purgerAsTester),
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
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
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
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectSoft("t1", true);
    }

    private static void callerWaits(Session s) {
        s.load("m");
        s.makeFun("f", "m");
        s.load("m");
        s.spawn("caller");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.callFun("c1", "caller", "f");
        s.settle(HELD, "caller");
        s.continueTest("t1", Scenes.testerOf("t1"));
        s.settle(HELD, "caller");
        s.expectContinued("t1");
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
        s.expectSoft("t1", true);
        s.expectReturned("c1", "badfun");
    }

    private static void softAborts(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
        s.expectSoft("t1", false);
        s.expectAlive("p");
        s.expectOldCode("m", true);
    }

    private static void softEndsAtFirstTrue(Session s) {
        Scenes.lingering(s, "m", "a", "b");
        s.spawn("bystander");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        s.pause("b");
        s.pause("bystander");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectContinued("t1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectSoft("t1", false);
    }

    private static void killsLimitTwo(Session s) {
        List<String> victims = Scenes.victims(4);
        Scenes.lingering(s, "m", victims);
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.answeredInOrder(s, victims, () -> s.continueTest("t1", tester));
        s.resume("v3");
        s.settle(BLOCKED);
        s.resume("v1");
        s.settle(BLOCKED);
        s.expectAlive("v3");
        s.resume("v4");
        s.settle(BLOCKED);
        s.expectDead("v4", "v3");
        s.expectNotContinued("t1");
        s.resume("v2");
        s.settle(HELD);
        s.expectContinued("t1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }

    private static void formerTesterDies(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String former = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.continued(s, "t1");
        s.completeTest("t1", former);
        s.settle(IDLE);
        s.spawn("bystander");
        Scenes.started(s, "t2", "n", TestType.HARD);
        s.continueTest("t1", former);
        s.kill(former);
        s.settle(HELD);
        s.expectNotContinued("t2");
        Scenes.continued(s, "t2");
        s.completeTest("t1", "bystander");
        s.kill("bystander");
        s.settle(HELD);
        s.completeTest("t2", Scenes.testerOf("t2"));
        s.settle(IDLE);
        s.expectHard("t2", true, false);
    }

    private static void softPurges(Session s) {
        Scenes.lingering(s, "m", "p");
        Scenes.started(s, "t1", "m", TestType.SOFT);
        s.leave("p");
        Scenes.continued(s, "t1");
        s.expectOldCode("m", true);
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
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
                Scenes.continued(s, ref);
                s.completeTest(ref, Scenes.testerOf(ref));
                s.settle(IDLE);
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
        Scenes.continued(s, "t1");
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
        s.expectHard("t1", false, false);
        s.expectAlive("p");
        s.expectOldCode("m", true);
    }

    private static void thirdParty(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("helper");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.continueTest("t1", "helper");
        s.settle(HELD);
        s.expectContinued("t1");
        s.spawn("other-helper");
        s.completeTest("t1", "other-helper");
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }

    private static void wrongRefs(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.continueTest("other", tester);
        s.settle(HELD);
        s.expectNotContinued("t1");
        Scenes.continued(s, "t1");
        s.completeTest("other", tester);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectOldCode("m", true);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
    }

    private static void nothingElse(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        rubbish(s, tester);
        s.settle(HELD);
        s.expectNotContinued("t1");
        Scenes.continued(s, "t1");
        rubbish(s, tester);
        s.settle(HELD);
        s.expectOldCode("m", true);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
    }

    private static void rubbish(Session s, String tester) {
        s.junk(JunkKind.ATOM);
        s.junk(JunkKind.EXIT_MESSAGE);
        s.forgeDown(tester);
        s.forgeCheckReply(tester, true);
        s.continueTest("other", tester);
        s.completeTest("other", tester);
    }

    private static void mailboxKeeps(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.softPurge("r1", "x");
        s.purge("r2", "m");
        s.settle(HELD);
        s.expectNoReply("r1");
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.softPurge("r3", "m");
        s.purge("r4", "x");
        s.settle(HELD);
        s.expectNoReply("r3");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2", "r3", "r4");
    }

    private static void mailboxKeepsWithoutCheck(Session s) {
        String tester = Scenes.started(s, "t1", "x", TestType.SOFT);
        s.softPurge("r1", "x");
        s.settle(HELD);
        s.continueTest("t1", tester);
        s.purge("r2", "x");
        s.settle(HELD);
        s.expectNoReply("r1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectReplyOrder("r1", "r2");
    }

    private static void earlyCompleteLost(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.completeTest("t1", tester);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectContinued("t1");
        s.expectOldCode("m", true);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
    }

    private static void bothAtOnce(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.hold();
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.release();
    }

    private static void bothAtOnceLost(Session s) {
        bothAtOnce(s);
        s.settle(HELD);
        s.expectContinued("t1");
        s.expectOldCode("m", true);
        s.completeTest("t1", Scenes.testerOf("t1"));
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }

    private static void bothAtOnceKept(Session s) {
        bothAtOnce(s);
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }

    private static void secondCompletesTooEarly(Session s) {
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "x", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t2", second);
        s.completeTest("t2", second);
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectContinued("t2");
        s.expectOldCode("n", true);
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("t2", true, false);
    }

    private static void completeInCheckLost(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.pause("v");
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.settle(BLOCKED);
        s.resume("v");
        s.settle(HELD);
        s.expectOldCode("m", true);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }

    private static void earlyCompleteWithoutOldCode(Session s) {
        s.load("m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.completeTest("t1", tester);
        s.settle(HELD);
        s.continueTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", false, false);
        s.expectContinued("t1");
    }

    private static void wordsBeforeRequest(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.tester(s, "t1");
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.testPurge("t1", "m", TestType.HARD, tester);
        s.settle(HELD);
        Scenes.continued(s, "t1");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
    }

    private static void wordsOfNoSession(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        // The check takes the words before the request that would make them mean something.
        s.continueTest("t2", second);
        s.completeTest("t2", second);
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNotContinued("t2");
        Scenes.continued(s, "t2");
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("t2", true, false);
    }

    private static void duplicates(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        Scenes.twoVersions(s, "o");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.continued(s, "t1");
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectHard("t1", true, false);
        // More words that are left over meet the check of another session, and then a new session of their ref.
        String other = Scenes.started(s, "t2", "n", TestType.HARD);
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.testPurge("t1", "o", TestType.SOFT, tester);
        s.continueTest("t2", other);
        s.settle(HELD);
        s.completeTest("t2", other);
        s.settle(HELD);
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectOldCode("o", true);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectOldCode("o", false);
    }

    private static void earlyCompleteKept(Session s) {
        Scenes.lingering(s, "m", "v");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.completeTest("t1", tester);
        s.settle(HELD);
        s.continueTest("t1", tester);
        s.settle(IDLE);
        s.expectContinued("t1");
        s.expectHard("t1", true, true);
    }

    private static void savedSessionKept(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.SOFT, second);
        s.continueTest("t2", second);
        s.completeTest("t2", second);
        s.continueTest("t1", first);
        s.settle(HELD);
        s.expectNotStarted("t2");
        s.completeTest("t1", first);
        s.settle(IDLE);
        s.expectStarted("t2");
        s.expectContinued("t2");
        s.expectSoft("t2", true);
    }

    private static void secondWaits(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.settle(HELD);
        s.expectNotStarted("t2");
        s.continueTest("t1", first);
        s.settle(HELD);
        s.expectContinued("t1");
        s.expectNotStarted("t2");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        Scenes.continued(s, "t2");
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("t2", true, false);
    }

    private static void secondTooEarly(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t2", second);
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNotContinued("t2");
        Scenes.continued(s, "t2");
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("t2", true, false);
    }

    private static void secondWithoutCheck(Session s) {
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "x", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t2", second);
        s.settle(HELD);
        s.expectNotStarted("t2");
        s.continueTest("t1", first);
        s.settle(HELD);
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectContinued("t2");
        s.completeTest("t2", second);
        s.settle(IDLE);
        s.expectHard("t2", true, false);
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

    private static void verdictFixed(Session s) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.leave("p");
        s.settle(HELD);
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectSoft("t1", false);
        s.expectOldCode("m", true);
    }

    private static void verdictFixedThoughDead(Session s) {
        Scenes.lingering(s, "m", "p");
        String tester = Scenes.started(s, "t1", "m", TestType.SOFT);
        Scenes.continued(s, "t1");
        s.exit("p");
        s.settle(HELD);
        s.expectDown("p", "normal");
        s.completeTest("t1", tester);
        s.settle(IDLE);
        s.expectSoft("t1", false);
        s.expectOldCode("m", true);
    }
}
