package dev.codepurger.model.lts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Turns straight-line code that makes choices into the list of all its results: the code is run once for each combination of
 * choices. Code that never chooses is run once, at no cost.
 */
public final class Branching {

  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private int depth;

  private Branching() {}

  /**
   * All results of {@code body}.
   *
   * @param body must make the same choices when it is given the same answers
   */
  public static <T> List<T> all(Function<Branching, T> body) {
    List<T> results = new ArrayList<>(1);
    Branching branching = new Branching();
    do {
      branching.depth = 0;
      results.add(body.apply(branching));
    } while (branching.next());
    return results;
  }

  /** One of {@code options}, which must not be empty. */
  public <T> T pick(List<? extends T> options) {
    if (options.size() == 1) {
      return options.get(0);
    }
    if (depth == taken.size()) {
      taken.add(0);
      sizes.add(options.size());
    }
    return options.get(taken.get(depth++));
  }

  private boolean next() {
    for (int i = taken.size() - 1; i >= 0; i--) {
      if (taken.get(i) + 1 < sizes.get(i)) {
        taken.set(i, taken.get(i) + 1);
        return true;
      }
      taken.removeLast();
      sizes.removeLast();
    }
    return false;
  }
}
