package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.model.ModelSubject;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Probe;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks sequences on the model, and counts the walks that come to each target. What counts is what happens in the model, not what a sequence was
 * meant to bring about. Whatever the model is at liberty to do is chosen anew in each walk.
 */
public final class Tally {
    private static final Duration UNUSED = Duration.ofSeconds(1);

    private final Map<Target, Integer> counts = new LinkedHashMap<>();
    private final List<Target> open;
    private final Profile profile;
    private final long seed;
    private final int enough;
    private int walks;

    /**
     * Counts these targets.
     *
     * @param profile of the purger in the model
     * @param seed decides what the model chooses
     * @param enough no target is looked for any more after so many walks that came to it
     */
    public Tally(ImmutableList<Target> targets, Profile profile, long seed, int enough) {
        targets.forEach(target -> counts.put(target, 0));
        open = new ArrayList<>(targets);
        this.profile = profile;
        this.seed = seed;
        this.enough = enough;
    }

    /** Walks a sequence on the model, unless enough has been counted of everything. */
    public void walk(List<Step> steps) {
        if (open.isEmpty()) {
            return;
        }
        List<Target> unseen = new ArrayList<>(open);
        Past past = new Past();
        play(steps, new ModelSubject(Settings.of(profile), seed * 1_000_003 + ++walks,
                (World before, Optional<Label> label, World after) -> {
                    Moment moment = new Moment(Probe.of(before), label, Probe.of(after));
                    unseen.removeIf(target -> target.sight().in(moment, past));
                    past.add(moment);
                }));
        List<Target> seen = new ArrayList<>(open);
        seen.removeAll(unseen);
        for (Target target : seen) {
            if (counts.merge(target, 1, Integer::sum) == enough) {
                open.remove(target);
            }
        }
    }

    private static void play(List<Step> steps, ModelSubject model) {
        try {
            for (Step step : steps) {
                switch (step) {
                    case Step.Do one -> model.apply(one.stimulus());
                    case Step.Poll poll -> model.poll();
                    case Step.Settle settle -> model.settle(UNUSED);
                }
            }
        } catch (SubjectException e) {
            throw new IllegalStateException("the model cannot go on", e);
        }
    }

    /** In how many walks each target was reached, in the order of the catalogue, and counted no further than was asked for. */
    public ImmutableMap<Target, Integer> counts() {
        return ImmutableMap.copyOf(counts);
    }

    /** Has enough been counted of every target? */
    public boolean isComplete() {
        return open.isEmpty();
    }

    /** The targets that no walk came to. */
    public ImmutableList<Target> missing() {
        return counts.entrySet().stream().filter(one -> one.getValue() == 0).map(Map.Entry::getKey)
                .collect(ImmutableList.toImmutableList());
    }
}
