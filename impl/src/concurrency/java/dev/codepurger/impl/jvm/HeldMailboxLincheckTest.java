package dev.codepurger.impl.jvm;

import static com.google.common.util.concurrent.Uninterruptibles.joinUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mailbox that is held, under many interleavings: what is put after the hold has begun is not taken before it ends. */
@Tag("slow")
@Tag("lincheck")
class HeldMailboxLincheckTest {
    private static final int INVOCATIONS = Stage.runs(2000);

    /** A mailbox for one letter, which can be held. */
    private interface Held {
        void hold(boolean on);

        void put(Message message);

        /** Waits for it, and takes it. */
        Message take();
    }

    private static final class Right implements Held {
        private final ThreadMailbox mailbox = Stage.mailbox();

        @Override
        public void hold(boolean on) {
            mailbox.hold(on);
        }

        @Override
        public void put(Message message) {
            Stage.put(mailbox, message);
        }

        @Override
        public Message take() {
            return mailbox.receive(Waiting.REQUEST);
        }
    }

    /** The same as it might have been written by mistake: it looks whether it is held, and takes in a second act. */
    private static final class Racy implements Held {
        private final AtomicReference<@Nullable Message> letter = new AtomicReference<>();
        private volatile boolean held;

        @Override
        public void hold(boolean on) {
            held = on;
        }

        @Override
        public void put(Message message) {
            letter.set(message);
        }

        @Override
        public Message take() {
            while (true) {
                Message taken = held ? null : letter.getAndSet(null);
                if (taken != null) {
                    return taken;
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void check(Supplier<Held> mailboxes) {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Held mailbox = Stage.share(mailboxes.get());
            AtomicBoolean ended = Stage.share(new AtomicBoolean());
            AtomicBoolean takenAfterwards = Stage.share(new AtomicBoolean());
            Thread purger = new Thread(() -> {
                Message ignored = mailbox.take();
                takenAfterwards.set(ended.get());
            });
            purger.start();
            mailbox.hold(true);
            mailbox.put(new Message.Junk("letter"));
            ended.set(true);
            mailbox.hold(false);
            joinUninterruptibly(purger);
            assertTrue(takenAfterwards.get(), "taken during the hold");
        });
    }

    @Test
    void nothingIsTakenWhileItIsHeld() {
        check(() -> new Right());
    }

    @Test
    void aMailboxThatLooksFirstAndTakesLaterIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> check(() -> new Racy()));
    }
}
