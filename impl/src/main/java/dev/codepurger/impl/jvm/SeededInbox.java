package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Message;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;

/** Signals of one process, by sender: which sender's is handled next is chosen at random. */
final class SeededInbox extends Actor implements Inbox {
    /** What the process sends. */
    final Channel<Message> toPurger;

    final Channel<Observation> toHarness;

    private final JvmProcess process;
    private final Actors actors;
    private final SplittableRandom random;
    private final Queue<Signal> fromPurger = new ArrayDeque<>(2);
    private final Queue<Signal> fromHarness = new ArrayDeque<>(2);

    SeededInbox(Core core, JvmProcess process, Actors actors, SplittableRandom random) {
        toPurger = new Channel<>(actors, message -> core.arrived(process, message));
        toHarness = new Channel<>(actors, core.recorder()::observe);
        this.process = process;
        this.actors = actors;
        this.random = random;
    }

    @Override
    public void put(Signal.Sender sender, Signal signal) {
        (sender == Signal.Sender.PURGER ? fromPurger : fromHarness).add(signal);
        wake();
    }

    @Override
    public void wake() {
        actors.update(this);
    }

    @Override
    boolean canStep() {
        return !(fromPurger.isEmpty() && fromHarness.isEmpty()) && process.handlesSignals();
    }

    @Override
    void step() {
        boolean both = !fromPurger.isEmpty() && !fromHarness.isEmpty();
        boolean purger = both ? random.nextInt(2) == 0 : fromHarness.isEmpty();
        synchronized (process) {
            process.handle((purger ? fromPurger : fromHarness).remove());
        }
    }
}
