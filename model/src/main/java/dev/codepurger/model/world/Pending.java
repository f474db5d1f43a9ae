package dev.codepurger.model.world;

import dev.codepurger.model.purger.Pid;

/**
 * Something that a process has got and the harness has not seen yet.
 *
 * @param to who got it
 * @param fromPurger messages of the purger to one process keep their order; what a process says itself is apart
 * @param observation what the harness will see
 */
record Pending(Pid to, boolean fromPurger, Label.Observation observation) {

  boolean sameChannel(Pending other) {
    return to.equals(other.to) && fromPurger == other.fromPurger;
  }
}
