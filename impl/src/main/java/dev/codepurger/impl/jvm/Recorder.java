package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.EffectListener;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts observations and effects into one order. Inside of its lock only that of the process table is taken. */
final class Recorder {
    private final NodeListener observations;
    private final @Nullable EffectListener effects;
    private boolean closed;
    private volatile @Nullable Throwable failure;

    Recorder(NodeListener observations, @Nullable EffectListener effects) {
        this.observations = observations;
        this.effects = effects;
    }

    /** For effects that cost something to describe. */
    boolean wantsEffects() {
        return effects != null;
    }

    synchronized void observe(Observation observation) {
        if (!closed) {
            try {
                observations.observed(observation);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Without the lock if nobody listens: a check notes an effect for each process. */
    void effect(Effect effect) {
        EffectListener listener = effects;
        if (listener != null) {
            effect(listener, effect);
        }
    }

    private synchronized void effect(EffectListener listener, Effect effect) {
        if (!closed) {
            try {
                listener.effect(effect);
            } catch (RuntimeException | Error e) {
                failed(e);
            }
        }
    }

    /** Takes a snapshot and records it as one, so that nobody in it is reported dead before. */
    synchronized List<JvmProcess> snapshot(Supplier<List<JvmProcess>> take) {
        List<JvmProcess> taken = take.get();
        if (effects != null) {
            effect(new Effect.Snapshot(Names.of(taken)));
        }
        return taken;
    }

    synchronized void purgerDown(String reason) {
        observe(new Observation.PurgerDown(reason));
        closed = true;
    }

    synchronized void close() {
        closed = true;
    }

    /** A listener or a fault that throws must not take a worker with it. The first failure is reported when the harness settles. */
    synchronized void failed(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    /** Without the lock: a listener that never returns must not keep the harness from timing out. */
    void rethrow() {
        Throwable first = failure;
        if (first != null) {
            throw new IllegalStateException("a listener or a wrapper failed", first);
        }
    }
}
