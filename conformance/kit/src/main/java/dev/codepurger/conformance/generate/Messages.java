package dev.codepurger.conformance.generate;

import static dev.codepurger.conformance.generate.Move.Kind.HOLD;
import static dev.codepurger.conformance.generate.Move.Kind.NOISE;
import static dev.codepurger.conformance.generate.Move.Kind.ON_LOAD;
import static dev.codepurger.conformance.generate.Move.Kind.REQUEST;
import static dev.codepurger.conformance.generate.Move.Kind.TEST;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import java.util.List;

/** The moves at the purger: requests, handshakes, noise, and keeping it back. */
final class Messages {
    static final List<TestType> TYPES = List.of(TestType.HARD, TestType.SOFT, TestType.HARD, TestType.SOFT, TestType.OTHER);

    private Messages() {
    }

    static ImmutableList<Move> all() {
        return ImmutableList.<Move>builder()
                .add(new Move("purge", REQUEST, Move::always, (plan, pick) -> plan.act(
                        new Stimulus.Purge(plan.newRequest(), pick.of(0, Plan.MODULES), pick.of(1, plan.requesters)))))
                .add(new Move("soft purge", REQUEST, Move::always, (plan, pick) -> plan.act(
                        new Stimulus.SoftPurge(plan.newRequest(), pick.of(0, Plan.MODULES), pick.of(1, plan.requesters)))))
                .add(new Move("finish on_load", ON_LOAD, plan -> !plan.pending.isEmpty(), Messages::finish))
                .add(new Move("test purge", TEST, plan -> plan.tests.size() < 4, Messages::testPurge))
                .add(new Move("continue", TEST, plan -> !plan.tests.isEmpty(), (plan, pick) -> plan.act(
                        new Stimulus.Continue(ref(plan, pick), speaker(plan, pick)))))
                .add(new Move("complete", TEST, plan -> !plan.tests.isEmpty(), (plan, pick) -> plan.act(
                        new Stimulus.Complete(ref(plan, pick), speaker(plan, pick)))))
                .add(new Move("continue and settle", TEST, plan -> !plan.tests.isEmpty(), (plan, pick) -> {
                    plan.act(new Stimulus.Continue(ref(plan, pick), speaker(plan, pick)));
                    plan.settle();
                }))
                .add(new Move("tester dies", TEST, plan -> !plan.tests.isEmpty(), Messages::testerDies))
                .add(new Move("continue and die", TEST, plan -> !plan.tests.isEmpty(), (plan, pick) -> {
                    plan.act(new Stimulus.Continue(test(plan, pick).ref(), test(plan, pick).tester()));
                    testerDies(plan, pick);
                }))
                .add(new Move("junk", NOISE, plan -> plan.can(Capability.JUNK), (plan, pick) -> plan.act(
                        new Stimulus.Junk(pick.of(0, List.of(JunkKind.values()))))))
                .add(new Move("forge down", NOISE, plan -> plan.can(Capability.FORGE), (plan, pick) -> plan.act(
                        new Stimulus.ForgeDown(pick.of(0, plan.everybody())))))
                .add(new Move("forge reply", NOISE, plan -> plan.can(Capability.FORGE), (plan, pick) -> plan.act(
                        new Stimulus.ForgeCheckReply(pick.of(0, plan.everybody()), pick.oneIn(1, 2)))))
                .add(new Move("hold", HOLD, plan -> plan.can(Capability.HOLD) && !plan.held, (plan, pick) -> {
                    plan.held = true;
                    plan.act(new Stimulus.Hold());
                }))
                .add(new Move("release", HOLD, plan -> plan.held, (plan, pick) -> {
                    plan.held = false;
                    plan.act(new Stimulus.Release());
                }))
                .add(new Move("stall prepare", HOLD, plan -> plan.can(Capability.STALL_PREPARE) && !plan.stalled, (plan, pick) -> {
                    plan.stalled = true;
                    plan.act(new Stimulus.StallPrepare());
                }))
                .add(new Move("unstall", HOLD, plan -> plan.stalled, (plan, pick) -> {
                    plan.stalled = false;
                    plan.act(new Stimulus.Unstall());
                }))
                .build();
    }

    /** The request that only some profiles know. */
    static ImmutableList<Move> priority() {
        return ImmutableList.of(new Move("change priority", REQUEST, Move::always, (plan, pick) -> plan.act(
                new Stimulus.ChangePrio(plan.newRequest(), pick.of(0, List.of(Priority.values())), pick.of(1, plan.requesters)))));
    }

    private static void finish(Plan plan, Picks pick) {
        String module = pick.of(0, plan.pending.stream().sorted().toList());
        boolean keep = pick.oneIn(1, 2);
        // Once in ten times the module stays in the list, so that it may be finished twice: that ends a node of the profile seed.
        if (!pick.oneIn(2, 10)) {
            plan.pending.remove(module);
        }
        plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), module, keep, pick.of(3, plan.requesters)));
    }

    private static void testPurge(Plan plan, Picks pick) {
        testPurge(plan, pick.of(0, Plan.MODULES), pick.of(2, plan.requesters), pick.of(3, TYPES));
    }

    static Plan.Test testPurge(Plan plan, String module, String tester, TestType type) {
        Plan.Test test = new Plan.Test(plan.newRequest(), tester);
        plan.tests.add(test);
        plan.act(new Stimulus.TestPurge(test.ref(), module, type, tester));
        return test;
    }

    /** Mostly the newest test, now and then another. */
    private static Plan.Test test(Plan plan, Picks pick) {
        return pick.oneIn(3, 3) ? pick.of(0, plan.tests) : plan.tests.get(plan.tests.size() - 1);
    }

    /** Mostly that of a test, now and then nobody's. */
    private static String ref(Plan plan, Picks pick) {
        return pick.oneIn(2, 12) ? "nobody" : test(plan, pick).ref();
    }

    /** Mostly the tester, now and then somebody else. */
    private static String speaker(Plan plan, Picks pick) {
        return pick.oneIn(2, 4) ? pick.of(1, plan.requesters) : test(plan, pick).tester();
    }

    private static void testerDies(Plan plan, Picks pick) {
        String tester = test(plan, pick).tester();
        plan.act(pick.oneIn(1, 2) ? new Stimulus.Exit(tester) : new Stimulus.Kill(tester));
    }
}
