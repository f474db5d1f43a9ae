package dev.codepurger.conformance.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnsynchronisedMailboxTest {
    private static final int THREADS = 4;
    private static final int MESSAGES = 20_000;
    private static final int ROUNDS = 50;

    /** A right mailbox from which nothing need be awaited. */
    private static final class Right implements Mailbox {
        private final LinkedBlockingDeque<Message> content = new LinkedBlockingDeque<>();

        @Override
        public void put(Pid sender, Message message) {
            content.add(message);
        }

        @Override
        public Message receive(Waiting place) {
            return receiveFirst(place, message -> true);
        }

        @Override
        public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
            for (Message message : content) {
                if (wanted.test(message)) {
                    content.remove(message);
                    return message;
                }
            }
            return END;
        }
    }

    private static final Pid SENDER = () -> "sender";
    private static final Message END = new Message.Junk("end");

    private static int received(Mailbox mailbox) {
        int count = 0;
        while (!mailbox.receive(Waiting.REQUEST).equals(END)) {
            count++;
        }
        return count;
    }

    @Test
    @DisplayName("as long as puts do not overlap it is a right mailbox")
    void inOrder() {
        UnsynchronisedMailbox mailbox = new UnsynchronisedMailbox(new Right());
        List<Message> sent = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Message message = new Message.Junk(i % 3);
            sent.add(message);
            mailbox.put(SENDER, message);
        }
        assertEquals(new Message.Junk(2), mailbox.receiveFirst(Waiting.HANDSHAKE, one -> one.equals(new Message.Junk(2))));
        sent.remove(2);
        for (Message message : sent) {
            assertEquals(message, mailbox.receive(Waiting.REQUEST));
        }
        assertEquals(END, mailbox.receive(Waiting.REQUEST));
    }

    @Test
    @Tag("slow")
    @DisplayName("puts that overlap lose messages sooner or later")
    void race() throws Exception {
        int lost = 0;
        for (int round = 0; round < ROUNDS && lost == 0; round++) {
            UnsynchronisedMailbox mailbox = new UnsynchronisedMailbox(new Right());
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Thread thread = new Thread(() -> putMany(mailbox, start));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
            lost = THREADS * (MESSAGES / ROUNDS) - received(mailbox);
        }
        assertTrue(lost > 0, "no message was lost");
    }

    private static void putMany(Mailbox mailbox, CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
        for (int i = 0; i < MESSAGES / ROUNDS; i++) {
            mailbox.put(SENDER, new Message.Junk(i));
        }
    }
}
