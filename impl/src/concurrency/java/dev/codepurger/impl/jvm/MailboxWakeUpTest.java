package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Waiting;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who sleeps at a mailbox is woken. Model checking cannot tell: it lets a parked thread go on without being woken, as a JVM may. So two real threads throw a ball to each
 * other, each asleep until it comes, and one missed wake-up ends the game.
 */
@Tag("slow")
class MailboxWakeUpTest {
    private static final Duration NEVER = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final class Game {
        final AtomicInteger throwsDone = new AtomicInteger();
        private final Mailbox one;
        private final Mailbox other;

        Game(Supplier<Mailbox> mailboxes) {
            one = mailboxes.get();
            other = mailboxes.get();
        }

        /** Starts both players; returns one that ends when so many throws have been caught. */
        Thread start(int rounds) {
            player(one, other, rounds).start();
            Thread beginner = player(other, one, rounds);
            beginner.start();
            Stage.put(one, new Message.Junk("ball"));
            return beginner;
        }

        private Thread player(Mailbox mine, Mailbox theirs, int rounds) {
            Thread player = new Thread(() -> {
                for (int i = 0; i < rounds; i++) {
                    Stage.put(theirs, mine.receive(Waiting.CHECK));
                    throwsDone.incrementAndGet();
                }
            });
            player.setDaemon(true);
            return player;
        }
    }

    @Test
    void aReceiverThatSleepsIsWoken() throws InterruptedException {
        assertTrue(new Game(Stage::mailbox).start(50_000).join(NEVER));
    }

    @Test
    void aMailboxThatMissesWakeUpsIsRejected() throws InterruptedException {
        Game game = new Game(() -> new RacyMailbox(RacyMailbox.Flaw.MISSES_WAKE_UPS));
        Thread player = game.start(Integer.MAX_VALUE);
        long giveUp = System.nanoTime() + NEVER.toNanos();
        int before;
        do {
            before = game.throwsDone.get();
            assertFalse(player.join(MOMENT));
        } while (before != game.throwsDone.get() && System.nanoTime() < giveUp);
        assertTrue(before == game.throwsDone.get(), "still playing");
    }
}
