package dev.codepurger.impl.jvm;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * What one process has sent to one receiver, in order. It arrives one at a time, when the scheduler chooses.
 *
 * @param <T> what is sent
 */
final class Channel<T> extends Actor {
    private final Queue<T> sent = new ArrayDeque<>(2);
    private final Actors actors;
    private final Consumer<T> receiver;

    Channel(Actors actors, Consumer<T> receiver) {
        this.actors = actors;
        this.receiver = receiver;
    }

    void send(T item) {
        sent.add(item);
        actors.update(this);
    }

    void flush() {
        while (canStep()) {
            step();
        }
        actors.update(this);
    }

    @Override
    boolean canStep() {
        return !sent.isEmpty();
    }

    @Override
    void step() {
        receiver.accept(sent.remove());
    }
}
