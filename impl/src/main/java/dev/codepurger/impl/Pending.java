package dev.codepurger.impl;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The futures that callers wait for. Those that are not complete when the purger ends fail, and so does every later one. */
@SuppressWarnings("CollectionUndefinedEquality") // Futures are equal if they are the same, which is what is wanted.
final class Pending {
    private final Set<CompletableFuture<?>> futures = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Throwable cause;

    /** Registers before it looks whether the end has come, as {@link #end} looks for futures after it has: one of the two sees the other. */
    void add(CompletableFuture<?> future) {
        futures.add(future);
        var ignored = future.whenComplete((value, error) -> futures.remove(future));
        Throwable ended = cause;
        if (ended != null) {
            future.completeExceptionally(new PurgerDownException(ended));
        }
    }

    void end(Throwable ended) {
        cause = ended;
        futures.forEach(future -> future.completeExceptionally(new PurgerDownException(ended)));
    }

    boolean hasEnded() {
        return cause != null;
    }
}
