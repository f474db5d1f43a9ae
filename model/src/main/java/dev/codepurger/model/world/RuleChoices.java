package dev.codepurger.model.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Choices;
import dev.codepurger.spec.Rule;

/** Obeys all rules but the relaxed ones, whose other outcomes are branched on. */
record RuleChoices(Settings settings, Branching branching) implements Choices {

  @Override
  public <T> T choose(Rule rule, T normal, Supplier<List<T>> others) {
    if (!settings.relaxes(rule)) {
      return normal;
    }
    List<T> all = new ArrayList<>();
    all.add(normal);
    all.addAll(others.get());
    return branching.pick(all);
  }
}
