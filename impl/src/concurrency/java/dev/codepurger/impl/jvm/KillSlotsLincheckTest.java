package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Purger;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.KernelStoppedException;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Watch;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The kill slots under many interleavings: deaths race with each other and with the purger, and some are forged. */
@Tag("slow")
@Tag("lincheck")
class KillSlotsLincheckTest {

    /** What the purger has to do with. */
    private enum Scene {
        /** Two die at the same time. */
        TOGETHER(2, 2, false, 250),
        /** Two die at the same time, and a third one when there is a slot for it. */
        WAITING(3, 2, false, 100),
        /** One dies at a time, and the first one's death is reported twice: who took both would kill two at a time. */
        DOUBLED(3, 1, true, 50);

        private final int count;
        private final int limit;
        private final boolean doubled;
        private final int invocations;

        Scene(int count, int limit, boolean doubled, int invocations) {
            this.count = count;
            this.limit = limit;
            this.doubled = doubled;
            this.invocations = Stage.runs(invocations);
        }

        Profile profile() {
            return Profile.SEED.withKillLimit(limit);
        }

        Steps steps() {
            return new Steps(profile());
        }

        void check(Supplier<Mailbox> mailboxes, Steps steps) {
            Lincheck.runConcurrentTest(invocations, () -> run(Stage.share(mailboxes.get()), steps));
        }

        private void run(Mailbox mailbox, Steps steps) {
            Victims victims = Stage.share(new Victims(count, doubled, mailbox));
            Stage.put(mailbox, new Message.Purge("m", victims.self(), "r"));
            Stage.put(mailbox, new Message.Down("forged", victims.self(), "killed"));
            assertThrows(KernelStoppedException.class, () -> new Purger(victims, profile(), steps).run());
            victims.awaitDeaths();
            assertEquals(new Answer.Hard(true, true), victims.answer());
            assertEquals(limit, victims.most(), "kills outstanding at most");
            assertEquals(0, victims.outstanding(), "kills still outstanding");
            assertEquals(Collections.nCopies(count, "killed"), victims.reasons());
        }

        void reject(Steps steps) {
            assertThrows(LincheckAssertionError.class, () -> check(() -> Stage.mailbox(), steps));
        }
    }

    @Test
    void victimsThatDieTogetherAreBothConfirmed() {
        Scene.TOGETHER.check(() -> Stage.mailbox(), Scene.TOGETHER.steps());
    }

    @Test
    void neverAreMoreKillsOutstandingThanTheLimitAndNoneIsForgotten() {
        Scene.WAITING.check(() -> Stage.mailbox(), Scene.WAITING.steps());
    }

    @Test
    void aDeathThatIsReportedTwiceFreesOneSlot() {
        Scene.DOUBLED.check(() -> Stage.mailbox(), Scene.DOUBLED.steps());
    }

    @Test
    void aPurgerThatCountsAnyDeathIsRejected() {
        Scene.WAITING.reject(new Steps(Scene.WAITING.profile()) {
            @Override
            protected Object firedMonitor(List<Object> outstanding, Message.Down down) {
                return outstanding.isEmpty() ? down : outstanding.get(0);
            }
        });
    }

    @Test
    void aPurgerThatFreesASlotTwiceIsRejected() {
        Scene.DOUBLED.reject(new Steps(Scene.DOUBLED.profile()) {
            @Override
            protected @Nullable Object firedMonitor(List<Object> outstanding, Message.Down down) {
                return down.monitor() instanceof MonitorRef monitor ? monitor : null;
            }
        });
    }

    @Test
    void aPurgerWithASlotTooManyIsRejected() {
        Scene.WAITING.reject(new Steps(Profile.SEED.withKillLimit(3)));
    }

    @Test
    void aPurgerThatKillsBeforeItMonitorsIsRejected() {
        Scene.WAITING.reject(new Steps(Scene.WAITING.profile()) {
            @Override
            protected Object issueKill(Kernel kernel, Pid victim) {
                kernel.kill(victim);
                return kernel.monitor(victim, Watch.VICTIM);
            }
        });
    }

    @Test
    void deathsThatAreLostInARaceAreNoticed() {
        assertThrows(
                LincheckAssertionError.class,
                () -> Scene.TOGETHER.check(() -> new RacyMailbox(RacyMailbox.Flaw.LOSES_LETTERS), Scene.TOGETHER.steps()));
    }
}
