package dev.codepurger.model.world;

import java.util.ArrayList;
import java.util.List;

import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.lts.OpenSystem;

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
    if (world.nodeDown() || !world.effects.isEmpty()) {
      return List.of();
    }
    List<World> steps = new ArrayList<>(PurgerSteps.of(world, settings));
    steps.addAll(Calls.steps(world, settings));
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
  public boolean persistent(Label label) {
    return label instanceof Label.Observation && !(label instanceof Label.Quiet);
  }
}
