package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.KILL_LIMIT;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.REQUEST_LIMIT;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.KILL_1;
import static dev.codepurger.spec.Rule.KILL_2;
import static dev.codepurger.spec.Rule.KILL_3;
import static dev.codepurger.spec.Rule.KILL_5;
import static dev.codepurger.spec.Rule.KILL_6;
import static dev.codepurger.spec.Rule.KILL_9;
import static dev.codepurger.spec.Rule.LIVE_5;
import static dev.codepurger.spec.Rule.PURGE_3;
import static dev.codepurger.spec.Rule.PURGE_4;
import static dev.codepurger.spec.Rule.PURGE_5;

import com.google.common.collect.Lists;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Response;
import java.util.List;

/**
 * Cases for the slots of a hard check: how many victims are killed at once, and in which order. Most of them fix the order of the answers and
 * keep the victims from dying; a victim that is resumed then shows by dying, or not, whether it had been killed. What becomes of single
 * victims is in {@link VictimCases}.
 */
final class KillCases {
    private KillCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("kill-limit-two", "With a limit of two, a third victim dies only after one of the first two")
                        .rules(KILL_1, KILL_5, KILL_6, KILL_9).needs(PAUSE, HOLD, KILL_LIMIT).killLimit(2).plays(KillCases::limitTwo),
                ConformanceCase.of("kill-limit-ten-victims", "As many victims as there are slots are all killed at once")
                        .rules(KILL_5, KILL_9).needs(PAUSE, HOLD).kills(10).plays(KillCases::tenVictims),
                ConformanceCase.of("kill-limit-eleven-victims", "The eleventh victim waits until one of the first ten is dead")
                        .rules(KILL_1, KILL_6, KILL_9).needs(PAUSE, HOLD).kills(10).plays(KillCases::elevenVictims),
                ConformanceCase
                        .of("kill-limit-eleven-requests",
                                "The eleventh victim waits although eleven requests and kills may be outstanding")
                        .rules(KILL_1, KILL_6, KILL_9).profiles(Scenes.LIMITING).needs(PAUSE, HOLD, REQUEST_LIMIT).kills(Scenes.LIMIT)
                        .requestLimit(Scenes.LIMIT + 1).plays(KillCases::elevenVictims),
                ConformanceCase
                        .of("kill-slot-of-a-victim-that-waited",
                                "A victim that waited holds a slot from when it is killed until it is dead")
                        .rules(KILL_1).needs(PAUSE, HOLD).kills(10).plays(KillCases::slotOfVictimThatWaited),
                ConformanceCase
                        .of("kill-slot-freed-after-a-victim-that-waited",
                                "When a victim that waited has been killed, the next death leaves a slot free")
                        .rules(KILL_9).needs(PAUSE, HOLD).kills(Scenes.LIMIT).plays(KillCases::slotFreedAfterVictimThatWaited),
                ConformanceCase.of("kill-last-in-first-out", "Of the victims that wait the last to answer is killed first").rules(KILL_3)
                        .needs(PAUSE, HOLD).kills(10).plays(KillCases::lastInFirstOut),
                ConformanceCase.of("kill-twenty-five-victims", "Twenty-five victims all die, and the purge ends").rules(PURGE_3, PURGE_5)
                        .plays(KillCases::twentyFiveVictims),
                ConformanceCase.of("kill-eleven-victims-die", "A victim that had no slot at first is killed in its turn")
                        .rules(KILL_6, LIVE_5).plays(KillCases::elevenVictimsDie),
                ConformanceCase.of("kill-ends-with-last-death", "A purge does not end while a killed process is not dead").rules(KILL_5)
                        .needs(PAUSE, HOLD).plays(KillCases::endsWithLastDeath),
                ConformanceCase.of("kill-monitored-first", "Every victim is monitored before it is killed").rules(KILL_2).needs(EFFECTS)
                        .plays(KillCases::monitoredFirst),
                ConformanceCase.of("kill-effects-of-thirteen", "Thirteen victims are monitored, killed and confirmed in the right order")
                        .rules(KILL_2, KILL_5, KILL_9, PURGE_4).needs(EFFECTS).plays(KillCases::effectsOfThirteen));
    }

    private static void limitTwo(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(3));
        s.resume("v3");
        s.settle(BLOCKED);
        s.expectAlive("v3");
        s.resume("v1");
        s.settle(BLOCKED);
        s.expectDead("v1", "v3");
        s.expectAlive("v2");
        s.expectNoReply("r1");
        s.resume("v2");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void tenVictims(Session s) {
        List<String> victims = Scenes.victims(Scenes.LIMIT);
        Scenes.answeredInOrder(s, "r1", victims);
        for (String victim : Lists.reverse(victims).subList(0, Scenes.LIMIT - 1)) {
            s.resume(victim);
            s.settle(BLOCKED);
            s.expectDown(victim, "killed");
            s.expectNoReply("r1");
        }
        s.resume("v1");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void elevenVictims(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(Scenes.LIMIT + 1));
        s.resume("v11");
        s.settle(BLOCKED);
        s.expectAlive("v11");
        s.resume("v10");
        s.settle(BLOCKED);
        s.expectDown("v10", "killed");
        s.expectDown("v11", "killed");
        s.expectNoReply("r1");
        Scenes.restDies(s, "r1", Scenes.victims(Scenes.LIMIT - 1));
    }

    private static void slotOfVictimThatWaited(Session s) {
        List<String> victims = slotToVictimThatWaited(s);
        s.resume("v12");
        s.settle(BLOCKED);
        s.expectAlive("v12");
        s.expectNoReply("r1");
        Scenes.restDies(s, "r1", victims.subList(1, Scenes.LIMIT + 1));
    }

    private static void slotFreedAfterVictimThatWaited(Session s) {
        List<String> victims = slotToVictimThatWaited(s);
        s.resume("v2");
        s.settle(BLOCKED);
        s.expectDown("v2", "killed");
        s.resume("v12");
        s.settle(BLOCKED);
        s.expectDown("v12", "killed");
        s.expectNoReply("r1");
        Scenes.restDies(s, "r1", victims.subList(2, Scenes.LIMIT + 1));
    }

    /** Eleven of twelve victims have answered, and the slot of the first went to the eleventh, which cannot die yet. */
    private static List<String> slotToVictimThatWaited(Session s) {
        List<String> victims = Scenes.victims(Scenes.LIMIT + 2);
        Scenes.lingering(s, "m", victims);
        s.pause("v12");
        Scenes.answeredInOrder(s, victims.subList(0, Scenes.LIMIT + 1), () -> s.purge("r1", "m"));
        s.resume("v1");
        s.settle(BLOCKED);
        s.expectDown("v1", "killed");
        return victims;
    }

    private static void lastInFirstOut(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(Scenes.LIMIT + 3));
        s.resume("v1");
        s.settle(BLOCKED);
        s.resume("v11");
        s.settle(BLOCKED);
        s.expectAlive("v11");
        s.resume("v12");
        s.settle(BLOCKED);
        s.expectAlive("v11", "v12");
        s.resume("v13");
        s.settle(BLOCKED);
        // The slot of v13 goes to v12, which can die, and its slot to v11.
        s.expectDead("v13", "v12", "v11");
        Scenes.restDies(s, "r1", Scenes.victims(Scenes.LIMIT).subList(1, Scenes.LIMIT));
    }

    private static void twentyFiveVictims(Session s) {
        List<String> victims = Scenes.victims(25);
        Scenes.lingering(s, "m", victims);
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        victims.forEach(victim -> s.expectDown(victim, "killed"));
    }

    private static void elevenVictimsDie(Session s) {
        List<String> victims = Scenes.victims(Scenes.LIMIT + 1);
        Scenes.lingering(s, "m", victims);
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDead(victims.toArray(new String[0]));
    }

    private static void endsWithLastDeath(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(2));
        s.resume("v2");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.expectOldCode("m", true);
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.resume("v1");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void monitoredFirst(Session s) {
        Scenes.lingering(s, "m", "v1", "v2");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expect(s.effects(Effect.KillIssued.class).size() == 2, "two kills were expected among the effects");
        s.expectHard("r1", true, true);
    }

    private static void effectsOfThirteen(Session s) {
        Scenes.lingering(s, "m", Scenes.victims(Scenes.LIMIT + 3));
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expect(s.effects(Effect.Killed.class).size() == Scenes.LIMIT + 3, "every victim's death was expected among the effects");
        s.expectHard("r1", true, true);
    }
}
