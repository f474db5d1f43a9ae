package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.KILL_LIMIT;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.KILL_1;
import static dev.codepurger.spec.Rule.KILL_5;
import static dev.codepurger.spec.Rule.KILL_6;

import java.util.List;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;

/** Cases for the scheduling of kills. */
final class KillCases {
    private KillCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(ConformanceCase.of("kill-limit-two", "With a limit of two, a third victim dies only after one of the first two")
                .rules(KILL_1, KILL_5, KILL_6).needs(PAUSE, KILL_LIMIT).killLimit(2).plays(KillCases::limitTwo));
    }

    private static void limitTwo(Session s) {
        s.load("m");
        s.spawnManyIn("p", 3, "m");
        s.load("m");
        s.pause("p1");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.expectDown("p2", "killed");
        s.expectDown("p3", "killed");
        s.expectNoReply("r1");
        s.resume("p1");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
    }
}
