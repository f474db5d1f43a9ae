package dev.codepurger.model.oracle;

import java.util.List;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;

import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;

/** Finds the rule that a trace violates: the one whose relaxation would allow it. */
public final class Blame {

  private Blame() {}

  /**
   * The rules of which each alone, relaxed, accepts {@code trace}; empty if there is none.
   *
   * @param trace a trace that violates {@code profile}; the shorter, the fewer rules are named
   */
  public static ImmutableSortedSet<Rule> of(List<Label> trace, Profile profile, OracleOptions options) {
    ImmutableSortedSet.Builder<Rule> blamed = ImmutableSortedSet.naturalOrder();
    for (Rule rule : Rule.values()) {
      PurgeOracle relaxed = PurgeOracle.of(profile, options.relaxing(ImmutableSet.of(rule)));
      if (relaxed.observeAll(trace).verdict() == Verdict.CONFORMS) {
        blamed.add(rule);
      }
    }
    return blamed.build();
  }
}
