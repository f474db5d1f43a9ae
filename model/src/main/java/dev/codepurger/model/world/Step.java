package dev.codepurger.model.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.codepurger.model.lts.Branching;

/** Runs something on drafts of a world, once for each way it can go. */
final class Step {

  private Step() {}

  /** The worlds that {@code action} can lead to. */
  static List<World> all(World world, Settings settings, Consumer<Draft> action) {
    return Branching.all(branching -> {
      Draft draft = new Draft(world, settings, branching);
      action.accept(draft);
      return draft.freeze();
    });
  }

  /** The results of {@code action}; the ways on which it returns null do not exist. */
  static <T> List<T> some(World world, Settings settings, Function<Draft, @Nullable T> action) {
    List<T> found = new ArrayList<>(1);
    for (Holder<T> holder : Branching.<Holder<T>>all(b -> new Holder<>(action.apply(new Draft(world, settings, b))))) {
      if (holder.value != null) {
        found.add(holder.value);
      }
    }
    return found;
  }

  private record Holder<T>(@Nullable T value) {}
}
