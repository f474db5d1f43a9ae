package dev.codepurger.impl.jvm;

import static com.google.common.util.concurrent.Uninterruptibles.joinUninterruptibly;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.impl.kernel.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The inbox of a process under many interleavings: two send, and a worker handles. */
@Tag("slow")
@Tag("lincheck")
class InboxLincheckTest {
    private static final int INVOCATIONS = Stage.runs(600);

    /** What the process got, in order. Belongs to the process, so its lock guards it. */
    private static final class Got implements Consumer<Message> {
        final List<Object> terms = new ArrayList<>();

        @Override
        public void accept(Message message) {
            terms.add(String.valueOf(((Message.Junk) message).term()));
        }
    }

    private static void check(BiFunction<JvmProcess, Inboxes.Workers, Inbox> inboxes) {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Got got = Stage.share(new Got());
            Inboxes.Workers workers = Stage.share(new Inboxes.Workers());
            JvmProcess process = new JvmProcess(Stage.UP, "p", JvmProcess.Kind.PORT, got, self -> inboxes.apply(self, workers));
            Inbox inbox = Stage.share(process).inbox();
            Thread harness = new Thread(() -> send(inbox, Signal.Sender.HARNESS, "other"));
            harness.start();
            send(inbox, Signal.Sender.PURGER, "first");
            send(inbox, Signal.Sender.PURGER, "second");
            joinUninterruptibly(harness);
            workers.join();
            assertEquals(3, got.terms.size());
            got.terms.remove("other");
            assertEquals(List.of("first", "second"), got.terms);
        });
    }

    private static void send(Inbox inbox, Signal.Sender sender, String term) {
        inbox.put(sender, new Signal.Delivery(new Message.Junk(term)));
    }

    @Test
    void eachSignalIsHandledOnceInTheOrderOfItsSender() {
        check((process, workers) -> new Inboxes.Right(process, workers));
    }

    @Test
    void anInboxThatSaysTooLateThatItIsInNoQueueIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> check((process, workers) -> new Inboxes.QueuedTooLong(process, workers)));
    }

    @Test
    void anInboxThatTakesItsSignalsInTwoActsIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> check((process, workers) -> new Inboxes.TakenTwice(process, workers)));
    }
}
