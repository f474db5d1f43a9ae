package dev.codepurger.impl.internal;

import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests that arrived during a check. They are served before anything that is still in the mailbox (seed L50-53); those of one check go behind those of
 * earlier ones, when it ends (seed L225-226).
 */
final class SavedRequests {
    private final Kernel kernel;
    private final Steps steps;
    private final List<Message> now = new ArrayList<>();
    private Deque<Message> before = new ArrayDeque<>();

    SavedRequests(Kernel kernel, Steps steps) {
        this.kernel = kernel;
        this.steps = steps;
    }

    /** Returns the request to serve next, null for none. */
    @Nullable Message poll() {
        return before.poll();
    }

    void save(Message.Request request) {
        kernel.note(new Effect.Saved(request));
        now.add(request);
    }

    void checkEnded() {
        if (!now.isEmpty()) {
            before = new ArrayDeque<>(steps.merge(List.copyOf(before), List.copyOf(now)));
            now.clear();
        }
    }

    /** Returns whether a test purge with this reference will be served. */
    boolean hasSession(@Nullable Object ref) {
        return hasSession(before, ref) || hasSession(now, ref);
    }

    private boolean hasSession(Iterable<Message> requests, @Nullable Object ref) {
        for (Message request : requests) {
            if (request instanceof Message.TestPurge test && steps.sameSession(test.ref(), ref)) {
                return true;
            }
        }
        return false;
    }
}
