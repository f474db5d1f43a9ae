package dev.codepurger.impl.jvm;

/** Somebody who can take a step under seeded scheduling. */
abstract class Actor {
    /** Its place among those that can, or -1. Belongs to {@link Actors}. */
    int index = -1;

    abstract boolean canStep();

    abstract void step();
}
