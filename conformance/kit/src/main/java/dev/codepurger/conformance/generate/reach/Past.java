package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Probe;
import dev.codepurger.model.world.Stimulus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must be remembered of a walk to recognise what comes later. */
final class Past {
    private final Set<String> tests = new HashSet<>();
    private final Map<String, Phase.Ending> resumed = new HashMap<>();
    private final Map<String, String> owed = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private boolean testerWasWell;
    private int savedAtEntry;
    private ImmutableSet<String> savedTests = ImmutableSet.of();

    /** Takes note of a step, after it was looked at. */
    void add(Moment moment) {
        moment.did(Stimulus.TestPurge.class).ifPresent(test -> tests.add(test.request()));
        if (moment.saw(Label.Quiet.class).isPresent()) {
            underWay.clear();
        }
        moment.did(Stimulus.Resume.class).ifPresent(resume -> owed.remove(resume.process()));
        if (moment.phase() instanceof Phase.Finish finish && moment.leaves(Phase.Finish.class)) {
            moment.before().suspended().stream().filter(one -> !isSuspended(moment.after(), one.process()))
                    .forEach(one -> resumed.put(key(one), finish.ending()));
        }
        if (moment.phase() instanceof Phase.Check check && moment.leaves(Phase.Check.class)) {
            leaveOpen(moment, check.work().module());
        }
        if (moment.enters(Phase.Started.class) || moment.enters(Phase.Continued.class)) {
            testerWasWell = tester(moment.after().phase()).map(moment.after()::isAlive).orElse(false);
        }
        if (moment.enters(Phase.Check.class) && moment.after().phase() instanceof Phase.Check check) {
            savedAtEntry = check.saved().requests().size();
        }
        if (moment.after().phase() instanceof Phase.CheckRequests p) {
            savedTests = p.saved().requests().stream().filter(Message.TestPurge.class::isInstance)
                    .map(one -> ((Message.TestPurge) one).ref()).collect(ImmutableSet.toImmutableSet());
        }
    }

    private void leaveOpen(Moment moment, String module) {
        for (Pid pid : moment.before().asked()) {
            if (moment.before().isPaused(pid.name())) {
                owed.put(pid.name(), module);
            } else {
                underWay.add(pid.name());
            }
        }
    }

    static boolean isSuspended(Probe world, String process) {
        return world.suspended().stream().anyMatch(one -> one.process().equals(process));
    }

    /** A call goes by its name, a process that was spawned on a fun by its own. */
    static String key(Probe.Calling caller) {
        return caller.call().orElseGet(() -> "process " + caller.process());
    }

    /** The tester of the session that runs. */
    static Optional<String> tester(Phase phase) {
        return phase.working() instanceof Message.TestPurge test ? Optional.of(test.from().name()) : Optional.empty();
    }

    /** Was a test_purge with this reference sent before? */
    boolean wasSent(String ref) {
        return tests.contains(ref);
    }

    /** How the purge ended by which this caller was last suspended; empty if it never was. */
    Optional<Phase.Ending> resumed(String key) {
        return Optional.ofNullable(resumed.get(key));
    }

    /** The module about which this paused process still owes an answer to a check that has ended. */
    Optional<String> owes(String process) {
        return Optional.ofNullable(owed.get(process));
    }

    /** Do paused processes owe answers to a check that has ended? */
    boolean isOwed() {
        return !owed.isEmpty();
    }

    /** May answers to a check that has ended still be on their way? */
    boolean isUnderWay() {
        return !underWay.isEmpty();
    }

    /** Was the tester alive when the purger began to wait for it? */
    boolean testerWasWell() {
        return testerWasWell;
    }

    /** How many requests were saved already when the check that runs began. */
    int savedAtEntry() {
        return savedAtEntry;
    }

    /** Was this session saved when the purger last looked at its saved requests? */
    boolean wasSaved(String ref) {
        return savedTests.contains(ref);
    }
}
