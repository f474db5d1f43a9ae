package dev.codepurger.model.world;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the place of a signal among the messages of the mailbox, for signals come in any order: behind the first {@code
 * after} of them, and before the one at {@code before}.
 */
record Window(int after, int before) {

  /** A place known to be before nothing. */
  static final int OPEN = Integer.MAX_VALUE;

  /** Anywhere. */
  static final Window ANY = new Window(0, OPEN);

  @Override
  public int hashCode() {
    return 31 * after + before;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Window w && after == w.after && before == w.before;
  }

  static Window after(int messages) {
    return messages == 0 ? ANY : new Window(messages, OPEN);
  }

  /** Can it be the next to be consumed? */
  boolean canBeNext() {
    return after == 0;
  }

  /** Must it be consumed before the first message? */
  boolean mustPrecedeHead() {
    return before == 0;
  }

  Window delivered(int messages) {
    return before == OPEN ? new Window(Math.min(after, messages), messages) : this;
  }

  Window taken(int index) {
    if (after == 0 && before == OPEN) {
      return this;
    }
    int newAfter = after > index ? after - 1 : after;
    int newBefore = before == OPEN || before <= index ? before : before - 1;
    return newAfter == 0 && newBefore == OPEN ? ANY : new Window(newAfter, newBefore);
  }
}
