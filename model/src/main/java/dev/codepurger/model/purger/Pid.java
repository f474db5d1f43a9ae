package dev.codepurger.model.purger;

import org.jspecify.annotations.Nullable;

/**
 * A process as the purger sees it: something to ask, to kill, to answer. Interchangeable processes share one pid (see {@code
 * world.Group}); the purger never looks inside.
 *
 * @param number orders pids; unique
 * @param name what reports call it
 */
public record Pid(int number, String name) implements Comparable<Pid> {

    @Override
    public int compareTo(Pid other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pid pid && pid.number == number;
    }

    @Override
    public int hashCode() {
        return number * 0x9E3779B1;
    }

    @Override
    public String toString() {
        return name;
    }
}
