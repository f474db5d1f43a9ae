package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.spec.Rule.HANDSHAKE_10;
import static dev.codepurger.spec.Rule.HANDSHAKE_11;
import static dev.codepurger.spec.Rule.HANDSHAKE_17;
import static dev.codepurger.spec.Rule.HANDSHAKE_6;
import static dev.codepurger.spec.Rule.HANDSHAKE_7;
import static dev.codepurger.spec.Rule.HANDSHAKE_8;
import static dev.codepurger.spec.Rule.QUEUE_8;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import java.util.List;

/** Cases for what waits behind a session: other requests, and the sessions and words of other testers. */
final class SecondTesterCases {

    private SecondTesterCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("handshake-former-tester-dies", "The death of a former tester, or its words, end no wait of another")
                        .rules(HANDSHAKE_6).plays(SecondTesterCases::formerTesterDies),
                ConformanceCase.of("handshake-mailbox-keeps-requests", "Requests sent in a wait are served in their order afterwards")
                        .rules(HANDSHAKE_7).plays(SecondTesterCases::mailboxKeeps),
                ConformanceCase
                        .of("handshake-mailbox-keeps-without-old-code",
                                "Requests sent in the waits of a session without a check stay in the mailbox")
                        .rules(HANDSHAKE_7).plays(SecondTesterCases::mailboxKeepsWithoutCheck),
                ConformanceCase
                        .of("handshake-second-tester-completes-too-early", "A second tester's early complete is lost in its own check")
                        .rules(HANDSHAKE_8).profiles(Scenes.WITH_DEFECTS).plays(SecondTesterCases::secondCompletesTooEarly),
                ConformanceCase.of("handshake-words-of-no-session-in-a-check", "A continue of no session is dropped by a check")
                        .rules(HANDSHAKE_10).plays(SecondTesterCases::wordsOfNoSession),
                ConformanceCase
                        .of("handshake-words-of-saved-session-are-kept",
                                "Both words of a saved test_purge are kept until it waits for them")
                        .rules(HANDSHAKE_11).profiles(Scenes.REPAIRED).plays(SecondTesterCases::savedSessionKept),
                ConformanceCase.of("handshake-second-test-purge-waits", "A second test_purge is started after the first has ended")
                        .rules(HANDSHAKE_17).plays(SecondTesterCases::secondWaits),
                ConformanceCase
                        .of("handshake-second-tester-speaks-too-early", "A second tester's continue is lost in the first one's check")
                        .rules(QUEUE_8).profiles(Scenes.WITH_DEFECTS).plays(SecondTesterCases::secondTooEarly),
                ConformanceCase
                        .of("handshake-second-tester-without-old-code",
                                "Where the first session has no check, a second tester's continue is still there")
                        .rules(HANDSHAKE_7, HANDSHAKE_17).plays(SecondTesterCases::secondWithoutCheck));
    }

    private static void formerTesterDies(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String former = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.finished(s, "t1");
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
        Scenes.completed(s, "t2");
        s.expectHard("t2", true, false);
    }

    private static void mailboxKeeps(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.started(s, "t1", "m", TestType.HARD);
        s.softPurge("r1", "x");
        s.purge("r2", "m");
        s.settle(HELD);
        s.expectNoReply("r1");
        Scenes.continued(s, "t1");
        s.softPurge("r3", "m");
        s.purge("r4", "x");
        s.settle(HELD);
        s.expectNoReply("r3");
        Scenes.completed(s, "t1");
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
        Scenes.completed(s, "t1");
        s.expectReplyOrder("r1", "r2");
    }

    private static void secondCompletesTooEarly(Session s) {
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "x", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t2", second);
        s.completeTest("t2", second);
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectContinued("t2");
        s.expectOldCode("n", true);
        Scenes.completed(s, "t2");
        s.expectHard("t2", true, false);
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
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNotContinued("t2");
        Scenes.finished(s, "t2");
        s.expectHard("t2", true, false);
    }

    private static void savedSessionKept(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.SOFT, second);
        s.continueTest("t2", second);
        s.completeTest("t2", second);
        Scenes.continued(s, "t1");
        s.expectNotStarted("t2");
        Scenes.completed(s, "t1");
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
        Scenes.continued(s, "t1");
        s.expectNotStarted("t2");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        Scenes.finished(s, "t2");
        s.expectHard("t2", true, false);
    }

    private static void secondTooEarly(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        String first = Scenes.started(s, "t1", "m", TestType.HARD);
        String second = Scenes.tester(s, "t2");
        s.testPurge("t2", "n", TestType.HARD, second);
        s.continueTest("t2", second);
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectNotContinued("t2");
        Scenes.finished(s, "t2");
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
        Scenes.continued(s, "t1");
        s.completeTest("t1", first);
        s.settle(HELD);
        s.expectStarted("t2");
        s.expectContinued("t2");
        Scenes.completed(s, "t2");
        s.expectHard("t2", true, false);
    }
}
