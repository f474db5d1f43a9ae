package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.HANDSHAKE_1;
import static dev.codepurger.spec.Rule.HANDSHAKE_2;
import static dev.codepurger.spec.Rule.HANDSHAKE_3;
import static dev.codepurger.spec.Rule.PURGE_3;
import static dev.codepurger.spec.Rule.PURGE_5;
import static dev.codepurger.spec.Rule.PURGE_6;

import java.util.List;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Response;

/** Cases for the hard purge. */
final class PurgeCases {
    private PurgeCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase.of("purge-kills-lingerers", "A hard purge kills who is in the old code, and nobody else")
                        .rules(PURGE_3, PURGE_5, PURGE_6).plays(PurgeCases::killsLingerers),
                ConformanceCase.of("purge-held-at-both-handshakes", "A tested purge waits at both handshakes")
                        .rules(HANDSHAKE_1, HANDSHAKE_2, HANDSHAKE_3).plays(PurgeCases::heldAtBothHandshakes));
    }

    private static void killsLingerers(Session s) {
        s.load("m");
        s.spawnManyIn("old", 2, "m");
        s.load("m");
        s.spawnIn("new", "m");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("old1", "killed");
        s.expectDown("old2", "killed");
        s.expectAlive("new");
        s.expectOldCode("m", false);
    }

    private static void heldAtBothHandshakes(Session s) {
        s.load("m");
        s.spawnIn("p", "m");
        s.expect(Response.OK, s.load("m"));
        s.spawn("tester");
        s.testPurge("t1", "m", TestType.HARD, "tester");
        s.settle(HELD);
        s.expectStarted("t1");
        s.expectAlive("p");
        s.continueTest("t1", "tester");
        s.settle(HELD);
        s.expectContinued("t1");
        s.expectDead("p");
        s.expectOldCode("m", true);
        s.completeTest("t1", "tester");
        s.settle(IDLE);
        s.expectHard("t1", true, true);
    }
}
