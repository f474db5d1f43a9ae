package dev.codepurger.conformance.generate;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Needs;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A sequence of steps while it grows, with what the next one needs to make sense. It knows nothing of what a subject did: the seed alone decides
 * the whole of it, and it can be written down before anything runs.
 */
final class Plan {
    /** More than this many at once, and the states that explain a trace become too many to be quick about. */
    private static final int MAX_RACING = 4;
    private static final String LAST = "last";
    static final List<String> MODULES = List.of("m", "n");

    final List<String> processes = new ArrayList<>();
    final List<String> requesters = new ArrayList<>();
    /** Every test that was asked for. */
    final List<Test> tests = new ArrayList<>();
    final List<Fun> funs = new ArrayList<>();
    final Set<String> paused = new HashSet<>();
    final Set<String> suspended = new HashSet<>();
    /** Modules that may be without current code. */
    final Set<String> deleted = new HashSet<>();
    final Set<String> pending = new HashSet<>();
    boolean held;
    boolean stalled;
    /** How the purger is killed when all else is done; below zero for not at all. */
    int lastBlow = -1;

    private final ImmutableSet<Capability> capabilities;
    private final List<Step> steps = new ArrayList<>();
    /** Stimuli since the purger was given something to do; it may be anywhere by now. */
    private int racing;
    /** Messages to a purger that is kept back. */
    private int backlog;
    private int requests;
    private int calls;
    private int onLoads;
    private final List<String> ready = new ArrayList<>();
    /** How many tests have been seen to their end. */
    private int wound;
    private boolean lastThere;

    /** A test_purge that was asked for. */
    record Test(String ref, String tester) {
    }

    /** A fun that was made. */
    record Fun(String name, String module) {
    }

    Plan(ImmutableSet<Capability> capabilities) {
        this.capabilities = capabilities;
        for (String module : MODULES) {
            act(new Stimulus.Load(module, false));
        }
        for (String name : List.of("a", "b", "t", "u")) {
            act(new Stimulus.Spawn(name, new Where.Nowhere()));
            requesters.add(name);
        }
    }

    boolean can(Capability... needed) {
        return capabilities.containsAll(List.of(needed));
    }

    /** Adds a stimulus, unless the subject cannot take it. */
    void act(Stimulus stimulus) {
        if (!capabilities.containsAll(Needs.of(stimulus))) {
            return;
        }
        if (racing >= MAX_RACING) {
            settle();
        }
        steps.add(new Step.Do(stimulus));
        boolean kept = held || stalled;
        if (kept && stimulus instanceof Stimulus.Send) {
            backlog++;
        } else if (racing > 0 || wakes(stimulus)) {
            // Whatever was kept back begins to move now, all at once.
            racing += 1 + backlog;
            backlog = 0;
        }
    }

    private static boolean wakes(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Send send -> true;
            case Stimulus.Release release -> true;
            case Stimulus.Unstall unstall -> true;
            case Stimulus.Resume resume -> true;
            case Stimulus.Spawn spawn -> spawn.where() instanceof Where.OnFun;
            case Stimulus.CallFun call -> true;
            case Stimulus.Call call -> true;
            default -> false;
        };
    }

    void settle() {
        racing = 0;
        steps.add(new Step.Settle());
    }

    void poll() {
        steps.add(new Step.Poll());
    }

    String newProcess() {
        String name = "p" + (processes.size() + 1);
        processes.add(name);
        return name;
    }

    String newRequest() {
        return "r" + ++requests;
    }

    String newCall() {
        return "c" + ++calls;
    }

    /** Everybody who can be killed, paused or asked: victims, clients and testers. */
    List<String> everybody() {
        return ImmutableList.<String>builder().addAll(processes).addAll(requesters).build();
    }

    /** The reference that the next request will have. */
    String nextRequest() {
        return "r" + (requests + 1);
    }

    /** Somebody new who can ask. */
    String newRequester(Where where) {
        String name = "q" + (requesters.size() + 1);
        requesters.add(name);
        act(new Stimulus.Spawn(name, where));
        return name;
    }

    /** A module that nobody else uses, with on_load code that has not ended. */
    String newOnLoad() {
        if (!ready.isEmpty()) {
            return ready.remove(0);
        }
        String module = "l" + ++onLoads;
        act(new Stimulus.BeginOnLoad(module));
        return module;
    }

    /** Sees to it that the next one is there already. */
    void readyOnLoad() {
        if (ready.isEmpty()) {
            ready.add(newOnLoad());
        }
    }

    /**
     * Lets everything that was kept back go on, and answers every test, so that what was promised must have happened by the end of it.
     */
    void windUp() {
        settle();
        if (stalled) {
            stalled = false;
            actAndSettle(new Stimulus.Unstall());
        }
        if (held) {
            held = false;
            actAndSettle(new Stimulus.Release());
        }
        paused.stream().sorted().forEach(one -> actAndSettle(new Stimulus.Resume(one)));
        paused.clear();
        suspended.stream().sorted().forEach(one -> actAndSettle(new Stimulus.Unsuspend(one)));
        suspended.clear();
        if (wound < tests.size() && !lastThere) {
            // Whoever spoke before may be dead by now.
            lastThere = true;
            act(new Stimulus.Spawn(LAST, new Where.Nowhere()));
        }
        for (Test test : tests.subList(wound, tests.size())) {
            actAndSettle(new Stimulus.Continue(test.ref(), LAST));
            actAndSettle(new Stimulus.Complete(test.ref(), LAST));
        }
        wound = tests.size();
    }

    /** The steps, wound up. */
    ImmutableList<Step> finish() {
        windUp();
        if (lastBlow >= 0) {
            EventScenes.lastBlow(this, lastBlow);
        }
        return ImmutableList.copyOf(steps);
    }

    private void actAndSettle(Stimulus stimulus) {
        act(stimulus);
        settle();
    }
}
