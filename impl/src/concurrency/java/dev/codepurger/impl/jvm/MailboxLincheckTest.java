package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mailbox under many interleavings. */
@Tag("slow")
@Tag("lincheck")
class MailboxLincheckTest {

    private static ModelCheckingOptions options() {
        return new ModelCheckingOptions()
                .iterations(Stage.runs(5))
                .invocationsPerIteration(200)
                .threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .sequentialSpecification(LetterQueue.class);
    }

    /** Nobody reads what it prints, so it need not look for a short example. */
    private static void reject(Class<? extends MailboxOperations> operations) {
        ModelCheckingOptions options = options().minimizeFailedScenario(false);
        assertThrows(LincheckAssertionError.class, () -> options.check(operations));
    }

    @Test
    void putsAndTakesAreAsIfDoneOneAfterTheOther() {
        options().check(MailboxOperations.OfNode.class);
    }

    @Test
    void aMailboxThatLosesLettersIsRejected() {
        reject(MailboxOperations.OfLosingLetters.class);
    }

    @Test
    void aMailboxThatMixesUpTheOrderIsRejected() {
        reject(MailboxOperations.OfWrongOrder.class);
    }
}
