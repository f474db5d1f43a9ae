package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A system for one hard purge: everybody is in the old code and says so at once; who is killed reports its death from a thread of its own. */
final class Victims extends ForwardingKernel {
    private final Mailbox mailbox;
    private final List<Pid> alive = new ArrayList<>();
    private final List<Thread> dying = new ArrayList<>();
    int outstanding;
    int most;
    int confirmed;
    @Nullable Answer answer;

    private static final class Victim implements Pid {
        private final String name;

        Victim(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }

    Victims(int count, Mailbox mailbox) {
        super(Stage.kernel());
        this.mailbox = mailbox;
        for (int i = 1; i <= count; i++) {
            alive.add(new Victim("p" + i));
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
        return List.copyOf(alive);
    }

    @Override
    public void requestCheck(Pid pid, String module, Object tag) {
        mailbox.put(pid, new Message.CheckReply(tag, pid, true));
    }

    @Override
    public Object monitor(Pid pid, Watch why) {
        return pid;
    }

    @Override
    public void kill(Pid pid) {
        outstanding++;
        most = Math.max(most, outstanding);
        alive.remove(pid);
        Thread thread = new Thread(() -> mailbox.put(pid, new Message.Down(pid, pid, "killed")));
        dying.add(thread);
        thread.start();
    }

    @Override
    public void note(Effect effect) {
        if (effect instanceof Effect.Killed) {
            outstanding--;
            confirmed++;
        }
    }

    @Override
    public void send(Pid to, Message message) {
        answer = ((Message.Reply) message).answer();
        throw new KernelStoppedException("done");
    }

    int alive() {
        return alive.size();
    }

    void awaitDeaths() throws InterruptedException {
        for (Thread thread : dying) {
            thread.join();
        }
    }
}
