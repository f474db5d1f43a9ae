package dev.codepurger.conformance.generate;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.List;

/** Single things that are done at a moment that a scene has prepared. One number decides all of it, and zero means nothing at all. */
final class Events {
    private static final List<JunkKind> MALFORMED = List.of(JunkKind.MALFORMED_PURGE, JunkKind.MALFORMED_SOFT_PURGE,
            JunkKind.MALFORMED_TEST_PURGE, JunkKind.MALFORMED_FINISH, JunkKind.NON_ATOM_MODULE, JunkKind.NON_PID_FROM,
            JunkKind.NON_BOOLEAN_KEEP, JunkKind.SOFT_PURGE_NON_ATOM_MODULE, JunkKind.TEST_PURGE_NON_PID_FROM,
            JunkKind.FINISH_NON_ATOM_MODULE);
    private static final List<JunkKind> GARBAGE = List.of(JunkKind.ATOM, JunkKind.TUPLE, JunkKind.INTEGER, JunkKind.UNKNOWN_TAG,
            JunkKind.UNKNOWN_TAG_WITH_KEEP, JunkKind.UNKNOWN_TAG_WITH_TYPE);

    private Events() {
    }

    /** Each kind of message about equally often. */
    static void message(Plan plan, Stage.Cast cast, int number) {
        int which = number / 14;
        switch (number % 14) {
            case 1 -> plan.act(new Stimulus.Purge(plan.newRequest(), one(which, Plan.MODULES), cast.next()));
            case 2 -> plan.act(new Stimulus.SoftPurge(plan.newRequest(), one(which, Plan.MODULES), cast.next()));
            case 3 -> Messages.testPurge(plan, one(which, Plan.MODULES), cast.next(), which % 2 == 0 ? TestType.HARD : TestType.SOFT);
            case 4 -> plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), plan.newOnLoad(), which % 2 == 0, cast.next()));
            case 5 -> plan.act(new Stimulus.Junk(one(which, MALFORMED)));
            case 6 -> plan.act(new Stimulus.Continue(newest(plan), cast.next()));
            case 7 -> plan.act(new Stimulus.Complete(newest(plan), cast.next()));
            case 8, 9 -> word(plan, which);
            case 10 -> plan.act(new Stimulus.ForgeCheckReply(cast.next(), which % 2 == 0));
            case 11 -> plan.act(new Stimulus.ForgeDown(cast.victims().isEmpty() ? cast.next() : one(which, cast.victims())));
            case 12 -> plan.act(new Stimulus.Junk(JunkKind.EXIT_MESSAGE));
            case 13 -> plan.act(new Stimulus.Junk(one(which, GARBAGE)));
            default -> {
                // Zero is nothing at all.
                if (which > 0 && plan.can(Capability.CHANGE_PRIO)) {
                    plan.act(new Stimulus.ChangePrio(plan.newRequest(), one(which, List.of(Priority.values())), cast.next()));
                }
            }
        }
    }

    /** Whoever matters dies. */
    static void death(Plan plan, Stage.Cast cast, int number) {
        int which = number / 8;
        switch (number % 8) {
            case 1, 2 -> die(plan, cast.asks(), which);
            case 3, 4 -> die(plan, cast.victims().isEmpty() ? cast.asks() : one(which, cast.victims()), which);
            case 5 -> die(plan, cast.next(), which);
            case 6 -> die(plan, cast.next(), which);
            case 7 -> plan.poll();
            default -> {
                // nothing this time
            }
        }
    }

    private static void die(Plan plan, String process, int which) {
        plan.act(which % 2 == 0 ? new Stimulus.Kill(process) : new Stimulus.Exit(process));
    }

    /** A request of some kind. */
    static void request(Plan plan, Stage.Cast cast, int number) {
        if (number % 4 == 2) {
            plan.act(new Stimulus.FinishAfterOnLoad(plan.newRequest(), plan.newOnLoad(), number / 4 % 2 == 0,
                    plan.newRequester(new Where.Nowhere())));
        } else if (number % 4 == 1) {
            plan.act(new Stimulus.SoftPurge(plan.newRequest(), cast.module(), cast.next()));
        } else {
            plan.act(new Stimulus.Purge(plan.newRequest(), cast.module(), plan.newRequester(new Where.Nowhere())));
        }
    }

    /** A continue or complete of some session, or of none. */
    static void word(Plan plan, int number) {
        String ref = number % 5 == 4 || plan.tests.isEmpty() ? "nobody" : plan.tests.get(number / 2 % plan.tests.size()).ref();
        String from = plan.requesters.get(number % plan.requesters.size());
        plan.act(number % 2 == 0 ? new Stimulus.Continue(ref, from) : new Stimulus.Complete(ref, from));
    }

    /** Something that a victim does, or that is done to it. */
    static void life(Plan plan, String process, int number) {
        switch (number / 4 % 5) {
            case 0, 1, 2 -> plan.act(goes(process, number / 4));
            case 3 -> {
                if (plan.can(Capability.PAUSE) && plan.paused.add(process)) {
                    plan.act(new Stimulus.Pause(process));
                }
            }
            default -> plan.poll();
        }
    }

    /** A victim leaves the old code, in one way or another. */
    static Stimulus goes(String process, int number) {
        return switch (number % 3) {
            case 0 -> new Stimulus.Leave(process);
            case 1 -> new Stimulus.Exit(process);
            default -> new Stimulus.Kill(process);
        };
    }

    private static String newest(Plan plan) {
        return plan.tests.isEmpty() ? "nobody" : plan.tests.get(plan.tests.size() - 1).ref();
    }

    private static <T> T one(int which, List<T> all) {
        return all.get(which % all.size());
    }
}
