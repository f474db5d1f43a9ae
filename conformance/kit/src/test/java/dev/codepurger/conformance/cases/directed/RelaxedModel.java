package dev.codepurger.conformance.cases.directed;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.World;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A random walk of the model in which some rules need not be obeyed: a purger that breaks these rules, now and then, and nothing else. */
final class RelaxedModel implements Subject {
    private static final int MAX_STEPS = 20_000;

    private final PurgeWorld model;
    private final Random random;
    private World world;

    RelaxedModel(Profile profile, boolean effects, ImmutableSet<Rule> relaxed, long seed) {
        model = new PurgeWorld(new Settings(profile, effects, relaxed));
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        world = model.initial();
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        for (int steps = random.nextInt(6); steps > 0; steps--) {
            List<World> next = model.internal(world);
            if (next.isEmpty()) {
                break;
            }
            world = any(next);
        }
        List<Outcome> outcomes = model.respond(world, stimulus);
        while (outcomes.isEmpty()) {
            List<World> next = model.internal(world);
            if (next.isEmpty()) {
                throw new SubjectException("the model has no outcome for " + stimulus);
            }
            world = any(next);
            outcomes = model.respond(world, stimulus);
        }
        Outcome outcome = any(outcomes);
        world = outcome.world();
        return outcome.response();
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        List<Observation> seen = new ArrayList<>();
        int steps = random.nextInt(12);
        while (steps > 0 && step(seen)) {
            steps--;
        }
        return seen;
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        List<Observation> seen = new ArrayList<>();
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (!step(seen)) {
                see(quiet().orElseThrow(() -> new SubjectException("the model is neither busy nor quiet: " + world)), seen);
                return seen;
            }
        }
        throw new SubjectTimeoutException("did not come to rest", timeout);
    }

    private boolean step(List<Observation> seen) throws SubjectException {
        List<World> internal = model.internal(world);
        List<Observation> outputs = model.outputs(world).stream().filter(one -> !(one instanceof Quiet)).map(Observation.class::cast)
                .toList();
        int choices = internal.size() + outputs.size();
        boolean enough = internal.isEmpty() && quiet().isPresent() && random.nextInt(4) == 0;
        if (choices == 0 || enough) {
            return false;
        }
        int choice = random.nextInt(choices);
        if (choice < internal.size()) {
            world = internal.get(choice);
        } else {
            see(outputs.get(choice - internal.size()), seen);
        }
        return true;
    }

    private Optional<Quiet> quiet() {
        return model.outputs(world).stream().filter(Quiet.class::isInstance).map(Quiet.class::cast).findFirst();
    }

    private void see(Observation observation, List<Observation> seen) throws SubjectException {
        List<World> next = model.after(world, observation);
        if (next.isEmpty()) {
            throw new SubjectException("the model cannot show what it offers to show: " + observation);
        }
        world = any(next);
        seen.add(observation);
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
