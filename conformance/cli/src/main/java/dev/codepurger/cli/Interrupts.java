package dev.codepurger.cli;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/** What is to be done when the process is ended from outside. */
final class Interrupts {
    private final AtomicReference<@Nullable IntSupplier> action = new AtomicReference<>();

    /** From now on this is done; it gives the exit code. */
    void on(IntSupplier what) {
        action.set(what);
    }

    /**
     * Nothing is to be done any more.
     *
     * @return whether nothing had been done
     */
    boolean forget() {
        return action.getAndSet(null) != null;
    }

    /** Does it, once. */
    OptionalInt interrupt() {
        IntSupplier what = action.getAndSet(null);
        return what == null ? OptionalInt.empty() : OptionalInt.of(what.getAsInt());
    }
}
