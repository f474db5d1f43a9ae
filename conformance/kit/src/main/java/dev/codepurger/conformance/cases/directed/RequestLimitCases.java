package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.REQUEST_LIMIT;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.CHECK_10;
import static dev.codepurger.spec.Rule.CHECK_11;
import static dev.codepurger.spec.Rule.CHECK_9;
import static dev.codepurger.spec.Rule.KILL_6;
import static dev.codepurger.spec.Rule.SOFT_2;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import java.util.List;

/**
 * Cases for the limit of requests in flight. The order in which processes are asked is nobody's business but the purger's, so these cases ask how many
 * have been asked, and not who: all who could be asked are paused while a check begins; then the purger is held, so that it asks nobody else, and
 * they are let go. Those who were asked answer that they are in the old code. All leave it, and when the purger goes on it kills those
 * who have answered, and asks the rest too late.
 */
final class RequestLimitCases {
    private static final int FEW = 2;
    private static final int MORE_THAN_KILLS = 11;

    private RequestLimitCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("check-limit-two-requests", "With a limit of two, two of five processes are asked at first")
                        .rules(CHECK_9, CHECK_10).profiles(Scenes.LIMITING).needs(PAUSE, HOLD, REQUEST_LIMIT).requestLimit(FEW)
                        .plays(s -> askedAtFirst(s, FEW)),
                ConformanceCase.of("check-limit-one-request", "With a limit of one, one of five processes is asked at first")
                        .rules(CHECK_9).profiles(Scenes.LIMITING).needs(PAUSE, HOLD, REQUEST_LIMIT).requestLimit(1)
                        .plays(s -> askedAtFirst(s, 1)),
                ConformanceCase.of("check-limit-counts-kills", "An outstanding kill takes the place of a request")
                        .rules(CHECK_9).profiles(Scenes.LIMITING).needs(PAUSE, HOLD, REQUEST_LIMIT).requestLimit(FEW)
                        .plays(RequestLimitCases::killsCount),
                ConformanceCase.of("check-limit-answer-makes-room", "Each answer makes room for the next process")
                        .rules(CHECK_9, CHECK_10).profiles(Scenes.LIMITING).needs(PAUSE, HOLD, REQUEST_LIMIT).requestLimit(FEW)
                        .plays(RequestLimitCases::answerMakesRoom),
                ConformanceCase.of("check-limit-all-die", "With a limit of one all victims die in the end").rules(CHECK_10)
                        .profiles(Scenes.LIMITING).needs(REQUEST_LIMIT).requestLimit(1).plays(RequestLimitCases::allDie),
                ConformanceCase.of("check-limit-soft", "With a limit of one a soft purge asks everybody in the end").rules(CHECK_10, SOFT_2)
                        .profiles(Scenes.LIMITING).needs(REQUEST_LIMIT).requestLimit(1).plays(RequestLimitCases::everybodyIsAsked),
                ConformanceCase.of("check-limit-abort", "A soft purge that is aborted asks nobody any more").rules(CHECK_11)
                        .profiles(Scenes.LIMITING).needs(EFFECTS, REQUEST_LIMIT).requestLimit(1).plays(RequestLimitCases::abort),
                ConformanceCase.of("check-limit-eleven-requests", "A victim that waits is killed before another process is asked")
                        .rules(CHECK_9, CHECK_10, KILL_6).profiles(Scenes.LIMITING).needs(EFFECTS, REQUEST_LIMIT)
                        .requestLimit(MORE_THAN_KILLS).plays(RequestLimitCases::waitingFirst));
    }

    private static void askedAtFirst(Session s, int limit) {
        allPaused(s, 5);
        s.hold();
        resumed(s, 5);
        left(s, 5);
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        dead(s, limit);
    }

    private static void killsCount(Session s) {
        allPaused(s, 4);
        s.hold();
        resumed(s, 4);
        Scenes.victims(4).forEach(s::pause);
        s.release();
        s.settle(BLOCKED);
        // Two have answered and are killed, and cannot die. Nobody else has been asked.
        s.hold();
        resumed(s, 4);
        left(s, 4);
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        dead(s, 2);
    }

    private static void answerMakesRoom(Session s) {
        s.load("n");
        s.spawnIn("i1", "n");
        s.spawnIn("i2", "n");
        s.pause("i1");
        s.pause("i2");
        allPaused(s, 3);
        // Now those who are not in the old code answer, if they were asked, and two of the victims are asked in any case.
        s.resume("i1");
        s.resume("i2");
        s.settle(BLOCKED);
        s.hold();
        resumed(s, 3);
        left(s, 3);
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        dead(s, 2);
    }

    private static void allDie(Session s) {
        Scenes.lingering(s, "m", Scenes.victims(5));
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        dead(s, 5);
    }

    private static void everybodyIsAsked(Session s) {
        Scenes.lingering(s, "m", "v1");
        s.leave("v1");
        s.spawnManyIn("i", 4, "m");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", true);
    }

    private static void abort(Session s) {
        Scenes.lingering(s, "m", Scenes.victims(4));
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        long victims = s.effects(Effect.Requested.class).stream().filter(one -> one.process().startsWith("v")).count();
        s.expect(victims == 1, "one victim was expected to be asked, not " + victims);
    }

    private static void waitingFirst(Session s) {
        Scenes.lingering(s, "m", Scenes.victims(13));
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        dead(s, 13);
    }

    /** A hard purge of code with so many victims, all of them paused, has come to rest. */
    private static void allPaused(Session s, int victims) {
        Scenes.lingering(s, "m", Scenes.victims(victims));
        Scenes.victims(victims).forEach(s::pause);
        s.purge("r1", "m");
        s.settle(BLOCKED);
    }

    private static void resumed(Session s, int victims) {
        Scenes.victims(victims).forEach(s::resume);
        s.settle(BLOCKED);
    }

    private static void left(Session s, int victims) {
        Scenes.victims(victims).forEach(s::leave);
    }

    private static void dead(Session s, int expected) {
        long deaths = s.seen().stream().filter(Label.Down.class::isInstance).count();
        s.expect(deaths == expected, expected + " deaths were expected, not " + deaths);
    }
}
