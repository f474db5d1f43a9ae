package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Parts of a node that has no threads of its own: a check starts the threads that it is about. */
final class Stage {
    /** Put by the receiver itself, so that its receives come to an end. */
    private static final Message END = new Message.Junk("end");

    private static final Pid ANYBODY = new Somebody();
    /** A node for all runs of all checks: to make one in each run would be most of what the checker looks at. Who uses its mailbox takes out what he has put. */
    static final Core UP = new Core(new Recorder(observation -> {}, null), StillScheduler::new, UnaryOperator.identity());

    private static final Kernel KERNEL = new JvmKernel(UP);

    /** Only written: that is what tells the checker. */
    @SuppressWarnings("UnusedVariable")
    private static volatile Object shared = UP;

    private static final class Somebody implements Pid {
        @Override
        public String name() {
            return "anybody";
        }
    }

    private Stage() {}

    /** Returns how many runs to try where a build tries so many: more of them with {@code -Dcodepurger.interleavings=TIMES}. */
    static int runs(int inABuild) {
        return inABuild * Integer.getInteger("codepurger.interleavings", 1);
    }

    /** A kernel that is only asked whether it is up, and who the purger is. */
    static Kernel kernel() {
        return KERNEL;
    }

    /** Returns the same; from now on the checker knows that threads share it, which it cannot see when only a lambda or a record holds it. */
    static <T> T share(T object) {
        shared = object;
        return object;
    }

    /** The mailbox of a node, as new. */
    static ThreadMailbox mailbox() {
        return new ThreadMailbox(UP, new Activity());
    }

    static void put(Mailbox mailbox, Message message) {
        mailbox.put(ANYBODY, message);
    }

    /** Takes all that is there, without waiting for more. */
    static List<Message> takeAll(Mailbox mailbox) {
        put(mailbox, END);
        List<Message> taken = new ArrayList<>();
        for (Message next = mailbox.receive(Waiting.CHECK); !next.equals(END); next = mailbox.receive(Waiting.CHECK)) {
            taken.add(next);
        }
        return taken;
    }

    /** Takes the first of these that is there, and leaves the others; without waiting. */
    static List<Message> takeFirst(Mailbox mailbox, Predicate<Message> wanted) {
        put(mailbox, END);
        Message first = mailbox.receiveFirst(Waiting.HANDSHAKE, message -> message.equals(END) || wanted.test(message));
        if (first.equals(END)) {
            return List.of();
        }
        Message end = mailbox.receiveFirst(Waiting.HANDSHAKE, message -> message.equals(END));
        return end.equals(END) ? List.of(first) : List.of(first, end);
    }
}
