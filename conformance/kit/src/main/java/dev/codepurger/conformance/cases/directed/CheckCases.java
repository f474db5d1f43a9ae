package dev.codepurger.conformance.cases.directed;

import static dev.codepurger.conformance.subject.Capability.EFFECTS;
import static dev.codepurger.conformance.subject.Capability.FUNS;
import static dev.codepurger.conformance.subject.Capability.PAUSE;
import static dev.codepurger.conformance.subject.Capability.STALL_PREPARE;
import static dev.codepurger.conformance.subject.Capability.SUSPEND;
import static dev.codepurger.conformance.subject.Capability.TRAITS;
import static dev.codepurger.model.world.Label.QuietKind.BLOCKED;
import static dev.codepurger.model.world.Label.QuietKind.HELD;
import static dev.codepurger.model.world.Label.QuietKind.IDLE;
import static dev.codepurger.spec.Rule.CHECK_1;
import static dev.codepurger.spec.Rule.CHECK_2;
import static dev.codepurger.spec.Rule.CHECK_5;
import static dev.codepurger.spec.Rule.CHECK_6;
import static dev.codepurger.spec.Rule.CHECK_7;
import static dev.codepurger.spec.Rule.CHECK_8;
import static dev.codepurger.spec.Rule.LIVE_5;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Trait;
import java.util.List;

/** Cases for the check: who is asked, when, and what counts as a reference. What is no answer of the check is in {@link StaleAnswerCases}. */
final class CheckCases {
    private CheckCases() {
    }

    static List<ConformanceCase> all() {
        return List.of(
                ConformanceCase
                        .of("check-asks-who-was-born-before-prepare-returned",
                                "A process that is spawned while prepare is stalled is asked")
                        .rules(CHECK_1).needs(PAUSE, STALL_PREPARE).plays(CheckCases::bornInPrepare),
                ConformanceCase.of("check-snapshot-after-prepare", "The effects show the snapshot after prepare, with everybody in it")
                        .rules(CHECK_1).needs(EFFECTS).plays(CheckCases::snapshotAfterPrepare),
                ConformanceCase
                        .of("check-awaits-bystander", "A hard purge waits for the answer of a process that has nothing to do with it")
                        .rules(CHECK_2, LIVE_5).needs(PAUSE).plays(CheckCases::awaitsBystander),
                ConformanceCase.of("check-awaits-lingerer", "A soft purge waits for the answer of the one process that may linger")
                        .rules(CHECK_2).needs(PAUSE).plays(CheckCases::awaitsLingerer),
                ConformanceCase.of("check-effects-every-answer", "The effects show every answer before the end of the check").rules(CHECK_2)
                        .needs(EFFECTS).plays(CheckCases::everyAnswer),
                ConformanceCase
                        .of("check-what-refers", "Running in code, waiting in it and returning to it are references, for both purges")
                        .rules(CHECK_5).plays(CheckCases::whatRefers),
                ConformanceCase
                        .of("check-fun-on-heap-does-not-refer", "A process that only holds a fun of the old code does not refer to it")
                        .rules(CHECK_5).needs(FUNS).plays(CheckCases::funOnHeap),
                ConformanceCase.of("check-asked-process-dies", "A process that dies before it answers does not keep the check open")
                        .rules(CHECK_6).needs(PAUSE).plays(CheckCases::askedProcessDies),
                ConformanceCase
                        .of("check-suspended-processes-answer", "Suspended processes answer, in the old code or not, and can be killed")
                        .rules(CHECK_7).needs(SUSPEND).plays(CheckCases::suspendedAnswer),
                ConformanceCase.of("check-suspended-lingerer-fails-soft-purge", "A soft purge sees a suspended process in the old code")
                        .rules(CHECK_7).needs(SUSPEND).plays(CheckCases::suspendedLingererFailsSoftPurge),
                ConformanceCase
                        .of("check-dirty-and-low-priority-processes",
                                "Processes in dirty native calls and of low priority are asked, answer and die like others")
                        .rules(CHECK_7, LIVE_5).needs(TRAITS, SUSPEND).plays(CheckCases::dirtyAndLow),
                ConformanceCase.of("check-does-not-wait-for-the-newborn", "A check does not wait for a process spawned after its snapshot")
                        .rules(CHECK_8).needs(PAUSE).plays(CheckCases::newborn),
                ConformanceCase
                        .of("check-lingerers-spawning-do-not-keep-it-open",
                                "Processes that are spawned while victims die do not keep a purge from ending")
                        .rules(CHECK_8).needs(PAUSE).plays(CheckCases::spawnStorm));
    }

    private static void bornInPrepare(Session s) {
        Scenes.twoVersions(s, "m");
        s.stallPrepare();
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.spawn("newborn");
        s.pause("newborn");
        s.unstall();
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.resume("newborn");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    private static void snapshotAfterPrepare(Session s) {
        Scenes.lingering(s, "m", "v");
        s.spawn("bystander");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.softPurge("r2", "m");
        s.load("m");
        s.softPurge("r3", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectSoft("r3", true);
        s.expect(s.effects(Effect.Snapshot.class).stream().allMatch(shot -> shot.processes().contains(Session.PURGER)),
                "the purger was expected in every snapshot");
    }

    private static void awaitsBystander(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("bystander");
        s.pause("bystander");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.expectOldCode("m", true);
        s.resume("bystander");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    private static void awaitsLingerer(Session s) {
        Scenes.lingering(s, "m", "p");
        s.pause("p");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.expectNoReply("r1");
        s.resume("p");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.expectAlive("p");
    }

    private static void everyAnswer(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("a");
        s.spawn("b");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
        int asked = s.effects(Effect.Requested.class).size();
        s.expect(asked >= 4, "a, b, the client and the purger were expected to be asked");
        s.expect(s.effects(Effect.Answered.class).size() == asked, "an answer of each process was expected");
    }

    private static void whatRefers(Session s) {
        int soft = 0;
        for (Residence residence : List.of(Residence.WAITING, Residence.BUSY, Residence.ON_STACK)) {
            s.load("m");
            String process = "p" + ++soft;
            s.spawnIn(process, "m", residence);
            s.load("m");
            s.softPurge("soft" + soft, "m");
            s.settle(IDLE);
            s.expectSoft("soft" + soft, false);
            s.expectAlive(process);
            s.purge("hard" + soft, "m");
            s.settle(IDLE);
            s.expectHard("hard" + soft, true, true);
            s.expectDown(process, "killed");
            s.delete("m");
            s.purge("rest" + soft, "m");
            s.settle(IDLE);
        }
    }

    private static void funOnHeap(Session s) {
        s.load("m");
        s.spawnIn("p", "m", Residence.FUN_ONLY);
        s.makeFun("f", "m");
        s.load("m");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", true);
        s.spawnIn("q", "m", Residence.FUN_ONLY);
        s.load("m");
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectHard("r2", true, false);
        s.expectAlive("p", "q");
        s.callFun("c1", "p", "f");
        s.settle(IDLE);
        s.expectReturned("c1", "badfun");
    }

    private static void askedProcessDies(Session s) {
        Scenes.lingering(s, "m", "p");
        s.spawn("bystander");
        s.pause("p");
        s.pause("bystander");
        s.softPurge("r1", "m");
        s.settle(BLOCKED);
        s.kill("bystander");
        s.kill("p");
        s.resume("bystander");
        s.settle(BLOCKED);
        s.resume("p");
        s.settle(IDLE);
        s.expectDown("bystander", "killed");
        s.expectDown("p", "killed");
    }

    private static void suspendedAnswer(Session s) {
        Scenes.lingering(s, "m", "in-old");
        s.spawn("bystander");
        s.spawnIn("in-new", "m");
        s.suspend("in-old");
        s.suspend("bystander");
        s.suspend("in-new");
        s.purge("r1", "m");
        s.settle(IDLE);
        s.expectHard("r1", true, true);
        s.expectDown("in-old", "killed");
        s.expectAlive("bystander", "in-new");
    }

    private static void suspendedLingererFailsSoftPurge(Session s) {
        Scenes.lingering(s, "m", "p");
        s.suspend("p");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.unsuspend("p");
        s.leave("p");
        s.suspend("p");
        s.softPurge("r2", "m");
        s.settle(IDLE);
        s.expectSoft("r2", true);
    }

    private static void dirtyAndLow(Session s) {
        s.load("m");
        s.spawnIn("dirty", "m", Residence.BUSY, Trait.DIRTY);
        s.spawnIn("low", "m", Residence.WAITING, Trait.LOW_PRIORITY);
        s.load("m");
        s.spawnIn("new-dirty", "m", Residence.BUSY, Trait.DIRTY);
        s.spawnIn("new-low", "m", Residence.WAITING, Trait.LOW_PRIORITY);
        s.suspend("new-low");
        s.softPurge("r1", "m");
        s.settle(IDLE);
        s.expectSoft("r1", false);
        s.purge("r2", "m");
        s.settle(IDLE);
        s.expectHard("r2", true, true);
        s.expectDown("dirty", "killed");
        s.expectDown("low", "killed");
        s.expectAlive("new-dirty", "new-low");
    }

    private static void newborn(Session s) {
        Scenes.twoVersions(s, "m");
        s.spawn("old-hand");
        s.pause("old-hand");
        s.purge("r1", "m");
        s.settle(BLOCKED);
        s.spawn("newborn");
        s.pause("newborn");
        s.spawnIn("newborn-in-module", "m");
        s.pause("newborn-in-module");
        s.resume("old-hand");
        s.settle(IDLE);
        s.expectHard("r1", true, false);
    }

    private static void spawnStorm(Session s) {
        Scenes.lingering(s, "m", "v1", "v2");
        String tester = Scenes.started(s, "t1", "m", TestType.HARD);
        s.spawnIn("child0", "m");
        s.pause("v1");
        s.continueTest("t1", tester);
        s.settle(BLOCKED);
        for (int i = 1; i <= 5; i++) {
            s.spawnIn("child" + i, "m");
            s.pause("child" + i);
        }
        s.resume("v1");
        s.settle(HELD);
        s.expectContinued("t1");
        Scenes.completed(s, "t1");
        s.expectHard("t1", true, true);
        s.expectDown("v1", "killed");
        s.expectDown("v2", "killed");
        s.expectAlive("child0", "child5");
    }
}
