package dev.codepurger.impl.jvm;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A system for one hard purge: everybody is in the old code and says so at once; who is killed reports its death from a thread of its own. */
final class Victims extends ForwardingKernel {
    private final Mailbox mailbox;
    private final boolean doubled;
    private final List<Victim> victims = new ArrayList<>();
    private final List<Thread> dying = new ArrayList<>();
    /** Those that were killed and whose death the purger has not confirmed, by name. */
    private final Set<String> outstanding = new HashSet<>();

    private final List<String> reasons = new ArrayList<>();
    private int most;
    private @Nullable Answer answer;

    /** Its state is the purger's thread's own: a process handles the signals of one sender in order, so what was sent first is as good as done. */
    private static final class Victim implements Pid {
        private final String name;
        private boolean alive = true;
        private @Nullable Object monitor;

        Victim(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    /**
     * Makes a system.
     *
     * @param count how many there are
     * @param doubled whether the first death is reported twice, as no node does it: a forged one under a monitor that was real
     * @param mailbox the purger's
     */
    Victims(int count, boolean doubled, Mailbox mailbox) {
        super(Stage.kernel());
        this.doubled = doubled;
        this.mailbox = mailbox;
        for (int i = 1; i <= count; i++) {
            victims.add(new Victim("p" + i));
        }
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public boolean prepare(String module) {
        return true;
    }

    @Override
    public void complete(String module) {
        // Nothing to remove.
    }

    @Override
    public List<Pid> processes() {
        return List.copyOf(victims);
    }

    @Override
    public void requestCheck(Pid pid, String module, Object tag) {
        mailbox.put(pid, new Message.CheckReply(tag, pid, true));
    }

    @Override
    public Object monitor(Pid pid, Watch why) {
        Object monitor = new MonitorRef();
        Victim victim = (Victim) pid;
        if (victim.alive) {
            victim.monitor = monitor;
        } else {
            mailbox.put(pid, new Message.Down(monitor, pid, "noproc"));
        }
        return monitor;
    }

    @Override
    public void kill(Pid pid) {
        Victim victim = (Victim) pid;
        outstanding.add(victim.name);
        most = Math.max(most, outstanding.size());
        victim.alive = false;
        if (victim.monitor != null) {
            Message down = new Message.Down(victim.monitor, pid, "killed");
            int times = doubled && dying.isEmpty() ? 2 : 1;
            Thread thread = new Thread(() -> report(pid, down, times));
            dying.add(thread);
            thread.start();
        }
    }

    private void report(Pid pid, Message down, int times) {
        for (int i = 0; i < times; i++) {
            mailbox.put(pid, down);
        }
    }

    @Override
    public void note(Effect effect) {
        if (effect instanceof Effect.Killed killed) {
            outstanding.remove(killed.process());
            reasons.add(killed.reason());
        }
    }

    @Override
    public void send(Pid to, Message message) {
        answer = ((Message.Reply) message).answer();
        throw new KernelStoppedException("done");
    }

    void awaitDeaths() {
        dying.forEach(Uninterruptibles::joinUninterruptibly);
    }

    /** Returns what the purger answered; null if it did not. */
    @Nullable Answer answer() {
        return answer;
    }

    /** Returns how many kills were outstanding at most. */
    int most() {
        return most;
    }

    /** Returns how many kills are outstanding now. */
    int outstanding() {
        return outstanding.size();
    }

    /** Returns the reasons of the deaths that the purger confirmed. */
    List<String> reasons() {
        return reasons;
    }
}
