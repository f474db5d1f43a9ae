package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What cannot be brought about from outside, for want of a way to stop a thread between two acts. */
class ThreadSchedulerTest {

    @Test
    void noThreadIsStartedWhenAllHaveBeenToldToEnd() {
        Core core = new Core(new Recorder(observation -> {}, null), made -> new ThreadScheduler(made, 1), UnaryOperator.identity());
        Scheduler scheduler = core.scheduler();
        scheduler.start();
        JvmProcess late = new JvmProcess(
                core, "late", JvmProcess.Kind.PROCESS, null, self -> scheduler.newThreadInbox(self, SafePoint::await));
        assertEquals(Response.OK, late.spawnIn(new Place.Nowhere()));
        scheduler.stop();
        scheduler.startThread(late);
        scheduler.join();
        assertEquals(Thread.State.NEW, ((ThreadInbox) late.inbox()).thread().getState());
    }
}
