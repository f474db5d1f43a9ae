package dev.codepurger.conformance.generate.reach;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens around a check: victims that wait, answers that are stale, processes that come, leave or die meanwhile. */
final class CheckTargets {

    private CheckTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        kills(all);
        answers(all);
        stale(all);
        return all;
    }

    private static void kills(List<Target> all) {
        all.add(Target.of("victim-waits", "a victim waits for a kill to be confirmed", (moment, past) -> waiting(moment) >= 1));
        all.add(Target.of("several-victims-wait", "several victims wait, so that their order matters",
                (moment, past) -> waiting(moment) >= 2));
        all.add(Target.of("waiting-victim-killed", "a waiting victim is killed when a slot is free",
                (moment, past) -> kills(moment.before().phase()).waiting().size() > kills(moment.after().phase()).waiting().size()
                        && moment.after().phase() instanceof Phase.Check));
        all.add(Target.of("waiting-victim-dies", "a waiting victim dies by another hand", (moment, past) -> moment.struckDown()
                .filter(one -> names(kills(moment.after().phase()).waiting(), one)).isPresent()));
        all.add(Target.of("waiting-victim-leaves", "a waiting victim leaves the old code",
                (moment, past) -> moment.did(Stimulus.Leave.class)
                        .filter(one -> names(kills(moment.after().phase()).waiting(), one.process())).isPresent()));
        all.add(Target.of("kill-waits-for-pause", "a victim is killed while it is paused", (moment, past) -> kills(moment.after().phase())
                .outstanding().stream().anyMatch(pid -> moment.after().isPaused(pid.name()))).needing(Capability.PAUSE));
        all.add(Target.of("killed-victim-dies-otherwise", "a victim that the purger has killed dies of something else first",
                (moment, past) -> moment.did(Stimulus.Exit.class)
                        .filter(one -> names(kills(moment.after().phase()).outstanding(), one.process())).isPresent()));
    }

    private static void answers(List<Target> all) {
        all.add(Target
                .of("answer-waits-for-pause", "a paused process keeps a check waiting", (moment, past) -> moment.enters(Phase.Check.class)
                        && moment.after().asked().stream().anyMatch(pid -> moment.after().isPaused(pid.name())))
                .needing(Capability.PAUSE));
        all.add(Target.of("asked-victim-leaves", "a process that was asked leaves the old code before its answer is taken",
                (moment, past) -> moment.did(Stimulus.Leave.class).filter(one -> isAskedVictim(moment, one.process())).isPresent()));
        all.add(Target.of("asked-victim-dies", "a process that was asked dies before its answer is taken",
                (moment, past) -> moment.struckDown().filter(one -> isAskedVictim(moment, one)).isPresent()));
        all.add(Target.of("asked-victim-paused", "a process that was asked is paused before its answer is taken",
                (moment, past) -> moment.did(Stimulus.Pause.class).filter(one -> isAskedVictim(moment, one.process())).isPresent())
                .needing(Capability.PAUSE));
        all.add(Target.of("spawned-in-check", "a process is spawned in current code during a check",
                (moment, past) -> moment.phase() instanceof Phase.Check && moment.did(Stimulus.Spawn.class)
                        .filter(one -> one.where() instanceof Stimulus.Where.InModule).isPresent()));
        all.add(Target.of("spawned-on-fun-in-check", "a process is spawned on a fun during a check",
                (moment, past) -> moment.phase() instanceof Phase.Check && moment.did(Stimulus.Spawn.class)
                        .filter(one -> one.where() instanceof Stimulus.Where.OnFun).isPresent())
                .needing(Capability.FUNS));
        all.add(Target.of("spawned-before-snapshot", "a process is spawned between prepare and the snapshot",
                (moment, past) -> moment.phase() instanceof Phase.Prepared && moment.did(Stimulus.Spawn.class).isPresent()));
        all.add(Target.of("soft-abort-leaves-answers", "a soft purge is aborted before all have answered",
                (moment, past) -> isAborted(moment) && !moment.before().asked().isEmpty()));
        all.add(Target.of("hard-check-kills-nobody", "a hard check ends without a kill",
                (moment, past) -> isOver(moment, true, Ending.COMPLETE)
                        && !kills(moment.phase()).killed()));
        all.add(Target.of("soft-check-completes", "a soft check ends with a completion",
                (moment, past) -> isOver(moment, false, Ending.COMPLETE)));
    }

    private static void stale(List<Target> all) {
        all.add(Target.of("stale-answer-owed", "a check begins while a paused process owes an answer to an earlier one",
                (moment, past) -> moment.enters(Phase.Check.class) && past.isOwed()).needing(Capability.PAUSE));
        all.add(Target.of("stale-answer-under-way", "a check begins while answers to an earlier one may be on their way",
                (moment, past) -> moment.enters(Phase.Check.class) && past.isUnderWay()));
        for (boolean hard : List.of(true, false)) {
            for (boolean refers : List.of(true, false)) {
                all.add(Target.of("stale-" + refers + "-in-a-later-" + (hard ? "hard" : "soft") + "-check",
                        "a stale answer of " + refers + " comes during a later " + (hard ? "hard" : "soft") + " check",
                        (moment, past) -> isStale(moment, past, hard, refers)).needing(Capability.PAUSE));
            }
        }
    }

    private static boolean isStale(Moment moment, Past past, boolean hard, boolean refers) {
        return moment.phase() instanceof Phase.Check check && check.hard() == hard && moment.did(Stimulus.Resume.class)
                .filter(one -> past.owes(one.process())
                        .filter(module -> moment.before().lingers(one.process(), module) == refers).isPresent())
                .isPresent();
    }

    private static int waiting(Moment moment) {
        return kills(moment.after().phase()).waiting().size();
    }

    private static KillState kills(Phase phase) {
        return phase instanceof Phase.Check check ? check.kill() : KillState.NONE;
    }

    private static boolean names(List<Pid> pids, String process) {
        return pids.stream().anyMatch(pid -> pid.name().equals(process));
    }

    private static boolean isAskedVictim(Moment moment, String process) {
        return moment.phase() instanceof Phase.Check check && moment.before().lingers(process, check.work().module())
                && names(moment.after().asked().asList(), process);
    }

    private static boolean isAborted(Moment moment) {
        return isOver(moment, false, Ending.ABORT);
    }

    private static boolean isOver(Moment moment, boolean hard, Ending how) {
        return moment.phase() instanceof Phase.Check check && check.hard() == hard
                && ending(moment.after().phase()).filter(how::equals).isPresent();
    }

    private static Optional<Ending> ending(Phase phase) {
        return switch (phase) {
            case Phase.Checked p -> Optional.of(p.ending());
            case Phase.Finish p -> Optional.of(p.ending());
            default -> Optional.empty();
        };
    }
}
