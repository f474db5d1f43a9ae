package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.SOFT_1;
import static dev.codepurger.spec.Rule.SOFT_2;
import static dev.codepurger.spec.Rule.SOFT_3;
import static dev.codepurger.spec.Rule.SOFT_4;
import static dev.codepurger.spec.Rule.SOFT_5;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Response;
import java.util.List;

/** Cases for the soft purge. */
final class SoftCases {
    private SoftCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("soft-without-old-code", "Without old code a soft purge says true at once, though a process is paused")
                        .rules(SOFT_1).needs(PAUSE).plays(SoftCases::withoutOldCode),
                ConformanceCase.of("soft-unknown-module", "A soft purge of a module that was never loaded says true").rules(SOFT_1)
                        .plays(SoftCases::unknownModule),
                ConformanceCase.of("soft-nobody-lingers", "When nobody lingers a soft purge removes the old code and says true")
                        .rules(SOFT_2)
                        .plays(SoftCases::nobodyLingers),
                ConformanceCase
                        .of("soft-last-lingerer-leaves", "A soft purge that said false says true when the lingering process has left")
                        .rules(SOFT_2, SOFT_3).plays(SoftCases::lastLeaves),
                ConformanceCase.of("soft-lingerers-abort-it", "With lingering processes a soft purge says false and changes nothing")
                        .rules(SOFT_3, SOFT_4).plays(SoftCases::lingerersAbort),
                ConformanceCase.of("soft-effects-show-no-kill", "The effects of a soft purge that aborts show neither monitor nor kill")
                        .rules(SOFT_4).needs(EFFECTS).plays(SoftCases::noKillAmongEffects),
                ConformanceCase
                        .of("soft-first-true-aborts", "A soft purge says false when the first answers true, and waits for nobody else")
                        .rules(SOFT_5).needs(PAUSE).plays(SoftCases::firstTrueAborts));
    }

    private static void withoutOldCode(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.pause("p");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", true);
        s.spawn("caller");
        s.call("c1", "caller", "m");
        s.settle(IDLE);
        s.expectReturned("c1", "1");
    }

    private static void unknownModule(Session s) {
        s.softPurge("r1", "unknown");
        s.settle(IDLE);
        s.expectSoft("r1", true);
    }

    private static void nobodyLingers(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawnIn("p", "m");
        s.expect(Response.NOT_PURGED, s.load("m"));
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", true);
        s.expectOldCode("m", false);
        s.expectAlive("p");
        s.expect(Response.OK, s.load("m"));
    }

    private static void lastLeaves(Session s) {
        Scenes.lingering(s, "m", "p");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.leave("p");
        s.softPurge("r2", "m");
        s.settle(IDLE);
        s.expectSoft("r2", true);
        s.expectAlive("p");
        s.expectOldCode("m", false);
    }

    private static void lingerersAbort(Session s) {
        List<String> lingerers = Scenes.victims(5);
        Scenes.lingering(s, "m", lingerers);
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive(lingerers.toArray(new String[0]));
        s.expectOldCode("m", true);
        s.expect(Response.NOT_PURGED, s.load("m"));
    }

    private static void noKillAmongEffects(Session s) {
        Scenes.lingering(s, "m", "a", "b");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expect(s.effects(Effect.Monitored.class).isEmpty(), "no monitor was expected");
        s.expect(s.effects(Effect.KillIssued.class).isEmpty(), "no kill was expected");
        s.expect(s.effects(Effect.Aborted.class).size() == 1, "one abort was expected");
    }

    private static void firstTrueAborts(Session s) {
        Scenes.lingering(s, "m", "a", "b");
        s.spawn("bystander");
        s.pause("a");
        s.pause("b");
        s.pause("bystander");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.resume("b");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive("a", "b");
    }
}
