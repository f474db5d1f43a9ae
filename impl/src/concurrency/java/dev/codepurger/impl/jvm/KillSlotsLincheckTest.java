package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Purger;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import java.util.List;
import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kill slots under many interleavings: deaths race with each other and with the purger, and one is forged. */
@Tag("slow")
class KillSlotsLincheckTest {
    private static final int INVOCATIONS = 400;
    private static final int LIMIT = 2;
    private static final int COUNT = 3;
    private static final Profile PROFILE = Profile.SEED.withKillLimit(LIMIT);

    private static void check(Supplier<Mailbox> mailboxes, Steps steps) {
        Lincheck.runConcurrentTest(INVOCATIONS, () -> {
            Mailbox mailbox = Stage.share(mailboxes.get());
            Victims victims = Stage.share(new Victims(COUNT, mailbox));
            Stage.put(mailbox, new Message.Purge("m", victims.self(), "r"));
            Stage.put(mailbox, new Message.Down("forged", victims.self(), "killed"));
            assertThrows(KernelStoppedException.class, () -> new Purger(victims, PROFILE, steps).run());
            try {
                victims.awaitDeaths();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertEquals(new Answer.Hard(true, true), victims.answer);
            assertTrue(victims.most <= LIMIT);
            assertEquals(0, victims.alive());
            assertEquals(0, victims.outstanding);
            assertEquals(COUNT, victims.confirmed);
        });
    }

    @Test
    void neverAreMoreKillsOutstandingThanTheLimitAndNoneIsForgotten() {
        check(() -> Stage.mailbox(), new Steps(PROFILE));
    }

    @Test
    void aPurgerThatCountsAnyDeathIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> check(() -> Stage.mailbox(), new Steps(PROFILE) {
            @Override
            protected Object firedMonitor(List<Object> outstanding, Message.Down down) {
                return outstanding.isEmpty() ? down : outstanding.get(0);
            }
        }));
    }

    @Test
    void deathsThatAreLostInARaceAreNoticed() {
        assertThrows(
                LincheckAssertionError.class,
                () -> check(() -> new RacyMailbox(RacyMailbox.Flaw.LOSES_LETTERS), new Steps(PROFILE)));
    }
}
