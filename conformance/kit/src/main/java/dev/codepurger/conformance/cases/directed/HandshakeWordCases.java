package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.FORGE;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.JUNK;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_1;
import static dev.codepurger.spec.Rule.HANDSHAKE_10;
import static dev.codepurger.spec.Rule.HANDSHAKE_11;
import static dev.codepurger.spec.Rule.HANDSHAKE_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_5;
import static dev.codepurger.spec.Rule.HANDSHAKE_6;
import static dev.codepurger.spec.Rule.HANDSHAKE_8;
import static dev.codepurger.spec.Rule.HANDSHAKE_9;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/** Cases for the two words of a tester, {@code continue} and {@code complete}: right, wrong, early, late, and from somebody else. */
final class HandshakeWordCases {

    private HandshakeWordCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("handshake-third-party", "Anybody may answer started and continued").rules(HANDSHAKE_5)
                        .plays(HandshakeWordCases::thirdParty),
                ConformanceCase.of("handshake-wrong-refs", "Words with another ref, and words out of turn, end no wait").rules(HANDSHAKE_6)
                        .plays(HandshakeWordCases::wrongRefs),
                ConformanceCase.of("handshake-nothing-else-ends-a-wait", "Garbage, forged signals and requests end no wait")
                        .rules(HANDSHAKE_6).needs(JUNK, FORGE).plays(HandshakeWordCases::nothingElse),
                ConformanceCase.of("handshake-early-complete-is-lost", "A complete sent before continue is lost in the check")
                        .rules(HANDSHAKE_8).profiles(Scenes.WITH_DEFECTS).plays(HandshakeWordCases::earlyCompleteLost),
                ConformanceCase.of("handshake-complete-in-check-is-lost", "A complete sent before the last answer is lost in the check")
                        .rules(HANDSHAKE_8).profiles(Scenes.WITH_DEFECTS).needs(PAUSE).plays(HandshakeWordCases::completeInCheckLost),
                ConformanceCase
                        .of("handshake-both-words-at-once-lose-the-second", "A complete sent right after continue is lost in the check")
                        .rules(HANDSHAKE_8).profiles(Scenes.WITH_DEFECTS).needs(HOLD).plays(HandshakeWordCases::bothAtOnceLost),
                ConformanceCase.of("handshake-early-complete-without-old-code", "Without old code an early complete is accepted")
                        .rules(HANDSHAKE_9).plays(HandshakeWordCases::earlyCompleteWithoutOldCode),
                ConformanceCase.of("handshake-words-before-the-request", "A word that comes before its request is dropped")
                        .rules(HANDSHAKE_1, HANDSHAKE_2).plays(HandshakeWordCases::wordsBeforeRequest),
                ConformanceCase.of("handshake-duplicates-are-dropped", "Words that are left over do not pass for those of a later session")
                        .rules(HANDSHAKE_10).plays(HandshakeWordCases::duplicates),
                ConformanceCase.of("handshake-early-complete-is-kept", "A complete sent before continue is kept for its session")
                        .rules(HANDSHAKE_11).profiles(Scenes.REPAIRED).plays(HandshakeWordCases::earlyCompleteKept),
                ConformanceCase.of("handshake-both-words-at-once", "A tester may send both words at once").rules(HANDSHAKE_11)
                        .profiles(Scenes.REPAIRED).needs(HOLD).plays(HandshakeWordCases::bothAtOnceKept));
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
        Scenes.continued(s, "t1");
        s.expectOldCode("m", true);
        Scenes.completed(s, "t1");
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
        Scenes.completed(s, "t1");
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

    private static void earlyCompleteLost(Session s) {
        Scenes.twoVersions(s, "m");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.completeTest("t1", tester);
        Scenes.continued(s, "t1");
        s.expectOldCode("m", true);
        Scenes.completed(s, "t1");
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
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, true);
    }

    private static void bothAtOnceKept(Session s) {
        bothAtOnce(s);
        s.settle(IDLE);
        s.expectHard("t1", true, true);
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
        Scenes.completed(s, "t1");
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
        Scenes.completed(s, "t1");
        s.testPurge("t1", "m", TestType.HARD, tester);
        s.settle(HELD);
        Scenes.finished(s, "t1");
        s.expectHard("t1", true, false);
    }

    private static void duplicates(Session s) {
        Scenes.twoVersions(s, "m");
        Scenes.twoVersions(s, "n");
        Scenes.twoVersions(s, "o");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        Scenes.continued(s, "t1");
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, false);
        // More words that are left over meet the check of another session, and then a new session of their ref.
        String other = Scenes.started(s, "t2", "n", TestType.HARD);
        s.continueTest("t1", tester);
        s.completeTest("t1", tester);
        s.testPurge("t1", "o", TestType.SOFT, tester);
        Scenes.continued(s, "t2");
        s.completeTest("t2", other);
        s.settle(HELD);
        // Not continued(): this ref has been continued before.
        s.continueTest("t1", tester);
        s.settle(HELD);
        s.expectOldCode("o", true);
        Scenes.completed(s, "t1");
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
}
