package dev.codepurger.conformance.subject.model;

import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random walk of the model. With all rules obeyed it can do no wrong, so a suite that rejects it is wrong itself: an expectation of a case
 * that the model need not meet, or an oracle that cannot follow its own model. With some rules relaxed it breaks these, now and then, and
 * nothing else.
 */
public final class ModelSubject implements Subject {
    /** A walk that takes this long between two stimuli goes in circles. */
    private static final int MAX_STEPS = 100_000;

    private final PurgeWorld model;
    private final Random random;
    private final Watcher watcher;
    private World world;

    /** Is told of every step of a walk. */
    @FunctionalInterface
    public interface Watcher {

        /** The world has changed, by what the harness did or saw, or by itself. */
        void moved(World before, Optional<Label> label, World after);
    }

    /** A walk that the seed decides, with the options of the model. */
    public ModelSubject(Settings settings, long seed) {
        this(settings, seed, (before, label, after) -> {
        });
    }

    /** The same walk, watched. */
    public ModelSubject(Settings settings, long seed, Watcher watcher) {
        this.watcher = watcher;
        model = new PurgeWorld(settings);
        // Walks with neighbouring seeds would begin alike.
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        world = model.initial();
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        // Sometimes nothing happens before the stimulus, sometimes much.
        for (int steps = random.nextInt(6); steps > 0; steps--) {
            List<World> next = model.internal(world);
            if (next.isEmpty()) {
                break;
            }
            go(Optional.empty(), any(next));
        }
        Outcome outcome = any(outcomes(stimulus));
        go(Optional.of(new Label.Did(stimulus, outcome.response())), outcome.world());
        return outcome.response();
    }

    /** A process that is in the middle of something is spoken to when that is over. */
    private List<Outcome> outcomes(Stimulus stimulus) throws SubjectException {
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            List<Outcome> outcomes = model.respond(world, stimulus);
            if (!outcomes.isEmpty()) {
                return outcomes;
            }
            List<World> next = model.internal(world);
            if (next.isEmpty()) {
                break;
            }
            go(Optional.empty(), any(next));
        }
        throw new SubjectException("the model has no outcome for " + stimulus);
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        List<Observation> seen = new ArrayList<>();
        for (int steps = random.nextInt(12); steps > 0; steps--) {
            if (!step(seen)) {
                break;
            }
        }
        return seen;
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        List<Observation> seen = new ArrayList<>();
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (!step(seen)) {
                Quiet quiet = quiet();
                if (quiet == null) {
                    throw new SubjectException("the model is neither busy nor quiet: " + world);
                }
                see(quiet, seen);
                return seen;
            }
        }
        throw new SubjectTimeoutException("did not come to rest", timeout);
    }

    /** One internal step, or something to be seen; false if only quiet is left. */
    private boolean step(List<Observation> seen) throws SubjectException {
        List<World> internal = model.internal(world);
        List<Observation> outputs = model.outputs(world).stream().filter(one -> !(one instanceof Quiet))
                .map(Observation.class::cast).toList();
        int choices = internal.size() + outputs.size();
        if (choices == 0) {
            return false;
        }
        // What need not be seen may stay unseen: a dead process's answers.
        if (internal.isEmpty() && quiet() != null && random.nextInt(4) == 0) {
            return false;
        }
        int choice = random.nextInt(choices);
        if (choice < internal.size()) {
            go(Optional.empty(), internal.get(choice));
        } else {
            see(outputs.get(choice - internal.size()), seen);
        }
        return true;
    }

    private @Nullable Quiet quiet() {
        for (Label one : model.outputs(world)) {
            if (one instanceof Quiet quiet) {
                return quiet;
            }
        }
        return null;
    }

    private void see(Observation observation, List<Observation> seen) throws SubjectException {
        List<World> next = model.after(world, observation);
        if (next.isEmpty()) {
            throw new SubjectException("the model cannot show what it offers to show: " + observation);
        }
        go(Optional.of(observation), any(next));
        seen.add(observation);
    }

    private void go(Optional<Label> label, World next) {
        World before = world;
        world = next;
        watcher.moved(before, label, next);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        // Nothing runs.
    }
}
