package dev.codepurger.conformance.generate.reach;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Probe;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that can come of a caller that was suspended in old code: one that called, and one that was spawned on a fun. */
final class CallerTargets {

    private CallerTargets() {
    }

    static List<Target> all() {
        List<Target> all = new ArrayList<>();
        caller(all, "runs-on-after-abort", "runs on in the old code after an abort", Ending.ABORT, CallerTargets::isVersion);
        caller(all, "gets-badfun", "gets badfun after a completion", Ending.COMPLETE, "badfun"::equals);
        caller(all, "gets-undef", "gets undef after a completion", Ending.COMPLETE, "undef"::equals);
        all.add(target("caller-loads-the-code", "a suspended caller loads the code again after a completion",
                (moment, past) -> isReturned(moment, past, Ending.COMPLETE, CallerTargets::isVersion)).needing(Capability.AUTO_LOAD));
        all.add(target("caller-dies-suspended", "a caller is killed while it is suspended", (moment, past) -> isKilled(moment, true)));
        all.add(target("spawned-runs-on-after-abort", "a process spawned on an old fun runs on after an abort",
                (moment, past) -> isSpawnedEnd(moment, past, Ending.ABORT)));
        all.add(target("spawned-dies-of-badfun", "a process spawned on an old fun dies of badfun after a completion",
                (moment, past) -> isSpawnedDeath(moment, past, "badfun")));
        all.add(target("spawned-dies-of-undef", "a process spawned on an old fun dies of undef after a completion",
                (moment, past) -> isSpawnedDeath(moment, past, "undef")));
        all.add(target("spawned-loads-the-code", "a process spawned on an old fun loads the code again after a completion",
                (moment, past) -> isSpawnedEnd(moment, past, Ending.COMPLETE)).needing(Capability.AUTO_LOAD));
        all.add(target("spawned-dies-suspended", "a process spawned on an old fun is killed while it is suspended",
                (moment, past) -> isKilled(moment, false)));
        all.add(target("caller-paused-suspended", "a suspended caller is paused when the purge ends",
                (moment, past) -> moment.leaves(Phase.Finish.class)
                        && moment.before().suspended().stream().anyMatch(one -> moment.before().isPaused(one.process())
                                && !Past.isSuspended(moment.after(), one.process())))
                .needing(Capability.PAUSE));
        all.add(target("several-callers-suspended", "several callers are suspended at once",
                (moment, past) -> moment.before().suspended().size() == 1 && moment.after().suspended().size() == 2));
        all.add(target("call-of-code-set-aside", "a fun is called whose code is set aside while failed on_load code is purged",
                (moment, past) -> moment.did(Stimulus.CallFun.class).flatMap(call -> moment.before().moduleOf(call.fun()))
                        .filter(moment.before()::hasAside).isPresent())
                .needing(Capability.ON_LOAD));
        return all;
    }

    private static void caller(List<Target> all, String id, String words, Ending ending, Predicate<String> outcome) {
        all.add(target("caller-" + id, "a suspended caller " + words, (moment, past) -> isReturned(moment, past, ending, outcome)));
    }

    private static Target target(String id, String sentence, Target.Sight sight) {
        return Target.of(id, sentence, sight).needing(Capability.FUNS);
    }

    private static boolean isReturned(Moment moment, Past past, Ending ending, Predicate<String> outcome) {
        return moment.saw(Label.Returned.class).filter(one -> outcome.test(one.outcome()))
                .flatMap(one -> past.resumed(one.call())).filter(ending::equals).isPresent();
    }

    private static boolean isVersion(String outcome) {
        return Character.isDigit(outcome.charAt(0));
    }

    private static boolean isKilled(Moment moment, boolean calling) {
        Optional<String> struck = moment.struckDown();
        return struck.isPresent() && moment.before().suspended().stream()
                .anyMatch(one -> one.process().equals(struck.get()) && one.call().isPresent() == calling);
    }

    private static boolean isSpawnedDeath(Moment moment, Past past, String reason) {
        return moment.saw(Label.Down.class).filter(one -> one.reason().equals(reason))
                .flatMap(one -> past.resumed("process " + one.process())).filter(Ending.COMPLETE::equals).isPresent();
    }

    /** It is in code now, where it was not before: its call has succeeded. */
    private static boolean isSpawnedEnd(Moment moment, Past past, Ending ending) {
        return moment.label().isEmpty() && moment.before().calling().stream().filter(one -> one.call().isEmpty())
                .filter(one -> past.resumed(Past.key(one)).filter(ending::equals).isPresent())
                .map(Probe.Calling::process).anyMatch(one -> moment.after().isAlive(one) && isIn(moment.after(), one));
    }

    private static boolean isIn(Probe world, String process) {
        return world.isInCode(process) && world.calling().stream().noneMatch(one -> one.process().equals(process));
    }
}
