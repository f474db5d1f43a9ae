package dev.codepurger.model.world;

import java.util.Comparator;

import com.google.common.collect.ImmutableList;

/** What the harness has not seen yet, in a form in which only order that means something makes a difference. */
final class Pendings {

  private static final Comparator<Pending> ORDER = Comparator.<Pending>comparingInt(p -> p.to().number()).thenComparing(Pending::fromPurger);

  private Pendings() {}

  static ImmutableList<Pending> add(ImmutableList<Pending> pending, Pending added) {
    return ImmutableList.sortedCopyOf(ORDER, ImmutableList.<Pending>builder().addAll(pending).add(added).build());
  }

  static ImmutableList<Pending> remove(ImmutableList<Pending> pending, int index) {
    return ImmutableList.<Pending>builder().addAll(pending.subList(0, index)).addAll(pending.subList(index + 1, pending.size())).build();
  }

  /** Is it the first on its way from one process to another? */
  static boolean isFirst(ImmutableList<Pending> pending, int index) {
    return index == 0 || !pending.get(index - 1).sameChannel(pending.get(index));
  }
}
