package dev.codepurger.model.world;

import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.lts.OpenSystem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The purger in its world, as a labelled transition system. Internal steps are what the purger and the processes do of their own;
 * labels are what a harness does and sees.
 */
public final class PurgeWorld implements OpenSystem<World, Label> {

    private final Settings settings;

    /** The world of the purger that {@code settings} describes. */
    public PurgeWorld(Settings settings) {
        this.settings = settings;
    }

    /** Which purger, seen how. */
    public Settings settings() {
        return settings;
    }

    @Override
    public World initial() {
        return Branching.all(branching -> new Draft(settings, branching).freeze()).get(0);
    }

    @Override
    public List<World> internal(World world) {
        return internal(world, null);
    }

    @Override
    public List<World> internalBefore(World world, Label label) {
        if (!(label instanceof Label.Showed showed) || Observations.isStaleSignal(showed.effect())) {
            return internal(world);
        }
        List<World> steps = internal(world, showed.effect());
        // The purger does nothing more before its effects have been shown.
        steps.removeIf(next -> !next.effects.isEmpty() && !next.effects.get(0).contains(showed.effect()));
        return steps;
    }

    private List<World> internal(World world, @Nullable Effect wanted) {
        List<World> steps = new ArrayList<>();
        if (!world.nodeDown()) {
            // The purger goes on when its effects have been shown; others need not wait for that.
            if (world.effects.isEmpty()) {
                steps.addAll(PurgerSteps.of(world, settings, wanted));
            }
            steps.addAll(Calls.steps(world, settings));
        }
        return steps;
    }

    @Override
    public List<World> after(World world, Label label) {
        return switch (label) {
            case Label.Did did -> {
                List<World> found = new ArrayList<>(1);
                for (Outcome outcome : respond(world, did.stimulus())) {
                    if (outcome.response() == did.response()) {
                        found.add(outcome.world());
                    }
                }
                yield found;
            }
            case Label.Observation seen -> Observations.after(world, settings, seen);
        };
    }

    /** What a stimulus can return, and where it can lead, in this world. */
    public List<Outcome> respond(World world, Stimulus stimulus) {
        return Stimuli.respond(world, settings, stimulus);
    }

    @Override
    public List<Label> outputs(World world) {
        return Observations.possible(world, settings);
    }

    @Override
    public boolean persistent(World world, Label label) {
        return switch (label) {
            case Label.Did did -> did.response() == Response.OK && Stimuli.letsGo(world, did.stimulus());
            case Label.Quiet quiet -> false;
            case Label.Showed showed -> !Observations.isStaleSignal(showed.effect());
            case Label.Down down -> Observations.isDeathByPurger(world, down.process());
            case Label.Observation seen -> true;
        };
    }

    @Override
    public boolean unnoticed(Label label) {
        // Not a death: from whoever is seen dead nothing comes any more.
        return label instanceof Label.Replied || label instanceof Label.Started || label instanceof Label.Continued
                || label instanceof Label.Returned;
    }

    /** Worlds that have been the same set of possibilities, with the numbers of what is gone used again; see {@link Recycled}. */
    public Recycled recycled(Collection<World> worlds) {
        return Recycled.of(worlds, settings);
    }

    /** What can be told beforehand; nothing where a rule is relaxed, or effects are seen. */
    public Optional<Foresight<World, Label>> foresight() {
        return settings.relaxed().isEmpty() && !settings.effects() && settings.gaps().isEmpty() ? Optional.of(new PurgeForesight(settings))
                : Optional.empty();
    }
}
