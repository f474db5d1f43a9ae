package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.HOLD;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.TRAITS;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.KILL_4;
import static dev.codepurger.spec.Rule.KILL_6;
import static dev.codepurger.spec.Rule.KILL_7;
import static dev.codepurger.spec.Rule.KILL_8;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import java.util.List;

/** Cases for victims that die, leave or defend themselves, and for the flag that says whether somebody was killed. */
final class VictimCases {
    private VictimCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("kill-flag-for-victim-that-exited", "A victim that ends by itself before it is killed counts as killed")
                        .rules(KILL_4).needs(PAUSE, HOLD).plays(VictimCases::flagForVictimThatExited),
                ConformanceCase.of("kill-flag-without-victims", "Where nobody answers true nobody counts as killed").rules(KILL_4)
                        .plays(VictimCases::flagWithoutVictims),
                ConformanceCase.of("kill-flag-not-set-by-a-death", "A process that dies before it answers does not count as killed")
                        .rules(KILL_4).needs(PAUSE, HOLD).plays(VictimCases::flagNotSetByDeath),
                ConformanceCase.of("kill-waiting-victim-that-exited", "A waiting victim that ends by itself takes its turn like the others")
                        .rules(KILL_6).needs(PAUSE, HOLD).kills(10).plays(VictimCases::waitingVictimThatExited),
                ConformanceCase.of("kill-waiting-victim-that-left", "A waiting victim is killed even if it has left the old code")
                        .rules(KILL_7).needs(PAUSE, HOLD).kills(10).plays(VictimCases::waitingVictimThatLeft),
                ConformanceCase.of("kill-cannot-be-trapped", "A victim that traps exits is killed like the others").rules(KILL_8)
                        .needs(TRAITS).plays(VictimCases::cannotBeTrapped));
    }

    private static void flagForVictimThatExited(Session s) {
        Scenes.lingering(s, "m", "v1");
        s.pause("v1");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.hold();
        s.resume("v1");
        s.settle(BLOCKED);
        s.exit("v1");
        s.settle(BLOCKED);
        s.expectDown("v1", "normal");
        s.release();
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }

    private static void flagWithoutVictims(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawnIn("p", "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        s.expectAlive("p");
    }

    private static void flagNotSetByDeath(Session s) {
        // The process is dead when it is asked, or before: the node answers in its place.
        Scenes.lingering(s, "m", "p", "q");
        s.hold();
        s.purge("r1", "m");
        s.exit("p");
        s.settle(BLOCKED);
        s.leave("q");
        s.pause("q");
        s.release();
        s.settle(BLOCKED);
        s.kill("q");
        s.resume("q");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    private static void waitingVictimThatExited(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(Scenes.LIMIT + 2));
        s.resume("v12");
        s.exit("v12");
        s.settle(BLOCKED);
        s.expectDown("v12", "normal");
        s.resume("v11");
        s.settle(BLOCKED);
        s.expectAlive("v11");
        s.resume("v1");
        s.settle(BLOCKED);
        // The slot of v1 goes to v12, who is dead already, and from there to v11.
        s.expectDown("v11", "killed");
        Scenes.restDies(s, "r1", Scenes.victims(Scenes.LIMIT).subList(1, Scenes.LIMIT));
    }

    private static void waitingVictimThatLeft(Session s) {
        Scenes.answeredInOrder(s, "r1", Scenes.victims(Scenes.LIMIT + 1));
        s.resume("v11");
        s.leave("v11");
        s.settle(BLOCKED);
        s.expectAlive("v11");
        s.resume("v1");
        s.settle(BLOCKED);
        s.expectDown("v11", "killed");
        Scenes.restDies(s, "r1", Scenes.victims(Scenes.LIMIT).subList(1, Scenes.LIMIT));
    }

    private static void cannotBeTrapped(Session s) {
        s.load("m");
        s.spawnIn("trapping", "m", Residence.WAITING, Trait.TRAP_EXIT);
        s.spawnIn("busy", "m", Residence.BUSY, Trait.TRAP_EXIT);
        s.load("m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("trapping", "killed");
        s.expectDown("busy", "killed");
    }
}
