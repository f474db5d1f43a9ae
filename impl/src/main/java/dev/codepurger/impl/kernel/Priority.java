package dev.codepurger.impl.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The priorities of a process. */
public enum Priority {
    /** The lowest. */
    LOW,
    /** What a process has if nobody says otherwise. */
    NORMAL,
    /** What the purger begins with. */
    HIGH,
    /** The highest. */
    MAX;

    /**
     * Finds the priority that a term names.
     *
     * @param term any term
     * @return the priority, or nothing if the term is no such atom
     */
    public static Optional<Priority> of(@Nullable Object term) {
        return Arrays.stream(values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(term)).findFirst();
    }
}
