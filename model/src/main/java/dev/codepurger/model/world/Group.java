package dev.codepurger.model.world;

import org.jspecify.annotations.Nullable;

import dev.codepurger.model.purger.Pid;

/** {@code count} processes that go by one pid and are in one state: interchangeable ones are counted, not named. */
record Group(Pid pid, Local local, int count) {

  @Override
  public int hashCode() {
    return 31 * (31 * pid.hashCode() + local.hashCode()) + count;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Group g && count == g.count && pid.equals(g.pid) && local.equals(g.local);
  }
}
