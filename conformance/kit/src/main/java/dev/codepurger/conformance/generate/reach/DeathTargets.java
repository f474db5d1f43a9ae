package dev.codepurger.conformance.generate.reach;

import static dev.codepurger.conformance.generate.reach.PhaseName.ANSWER;
import static dev.codepurger.conformance.generate.reach.PhaseName.CHECK;
import static dev.codepurger.conformance.generate.reach.PhaseName.CHECKED;
import static dev.codepurger.conformance.generate.reach.PhaseName.CHECK_REQUESTS;
import static dev.codepurger.conformance.generate.reach.PhaseName.CONTINUED;
import static dev.codepurger.conformance.generate.reach.PhaseName.FINISH;
import static dev.codepurger.conformance.generate.reach.PhaseName.ON_LOAD_FAILED;
import static dev.codepurger.conformance.generate.reach.PhaseName.PREPARED;
import static dev.codepurger.conformance.generate.reach.PhaseName.STARTED;
import static dev.codepurger.conformance.generate.reach.PhaseName.WAIT_FOR_REQUEST;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everybody dies everywhere: whoever matters in a phase is killed, or exits, in that phase. */
final class DeathTargets {

    private interface Role {
        boolean has(Moment moment, String process);
    }

    private DeathTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        dies(all, "client", "the client of the request that runs", DeathTargets::isClient, ON_LOAD_FAILED, PREPARED, CHECK, FINISH, ANSWER);
        dies(all, "tester", "the tester of the session that runs", DeathTargets::isTester, PREPARED, STARTED, CHECK, CHECKED, CONTINUED,
                FINISH, ANSWER);
        dies(all, "victim", "somebody in the code that is being purged", DeathTargets::isVictim, PREPARED, STARTED, CHECK, CHECKED,
                CONTINUED, FINISH, ANSWER);
        dies(all, "next", "somebody whose request has not been taken", DeathTargets::waits, WAIT_FOR_REQUEST, CHECK_REQUESTS,
                ON_LOAD_FAILED, PREPARED, STARTED, CHECK, CHECKED, CONTINUED, FINISH, ANSWER);
        for (PhaseName phase : PhaseName.values()) {
            if (!phase.isOver()) {
                all.add(purgerDies(phase));
            }
        }
        all.add(Target.of("request-of-the-dead", "a request is taken whose sender is dead", (moment, past) -> moment.taken()
                .filter(one -> one instanceof Message.Request request && !moment.before().isAlive(request.from().name())).isPresent()));
        all.add(Target.of("answer-to-the-dead", "the purger answers somebody who is dead",
                (moment, past) -> moment.phase() instanceof Phase.Answer answer && moment.leaves(Phase.Answer.class)
                        && moment.label().isEmpty() && !moment.before().isAlive(answer.work().from().name())));
        return all;
    }

    private static void dies(List<Target> all, String who, String words, Role role, PhaseName... phases) {
        for (PhaseName phase : phases) {
            all.add(Target.of(who + "-dies-in-" + phase.id(), words + " dies " + phase.when(),
                    (moment, past) -> phase.type().isInstance(moment.phase())
                            && moment.struckDown().filter(one -> role.has(moment, one)).isPresent())
                    .needing(phase.needs()));
        }
    }

    private static Target purgerDies(PhaseName phase) {
        return Target.of("purger-dies-in-" + phase.id(), "the purger is killed " + phase.when(),
                (moment, past) -> phase.type().isInstance(moment.phase())
                        && moment.did(Stimulus.Kill.class).filter(kill -> kill.process().equals("purger")).isPresent())
                .needing(Capability.KILL_PURGER).needing(phase.needs());
    }

    private static boolean isClient(Moment moment, String process) {
        Message.Request work = moment.phase().working();
        return work != null && !(work instanceof Message.TestPurge) && work.from().name().equals(process);
    }

    private static boolean isTester(Moment moment, String process) {
        return Past.tester(moment.phase()).filter(process::equals).isPresent();
    }

    private static boolean isVictim(Moment moment, String process) {
        Message.Request work = moment.phase().working();
        return work != null && moment.before().lingers(process, work.module());
    }

    private static boolean waits(Moment moment, String process) {
        return Stream.concat(moment.before().mailbox().stream(), moment.phase().saved().requests().stream())
                .anyMatch(one -> one instanceof Message.Request request && request.from().name().equals(process));
    }
}
