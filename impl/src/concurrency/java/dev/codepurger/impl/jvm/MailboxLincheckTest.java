package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The mailbox under many interleavings. */
@Tag("slow")
class MailboxLincheckTest {

    private static void checkOrder(Class<? extends MailboxOperations> operations) {
        new ModelCheckingOptions()
                .iterations(10)
                .invocationsPerIteration(200)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .sequentialSpecification(LetterQueue.class)
                .check(operations);
    }

    @Test
    void putsAndTakesAreAsIfDoneOneAfterTheOther() {
        checkOrder(MailboxOperations.OfNode.class);
    }

    @Test
    void aMailboxThatLosesLettersIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> checkOrder(MailboxOperations.OfLosingLetters.class));
    }

    @Test
    void aMailboxThatMixesUpTheOrderIsRejected() {
        assertThrows(LincheckAssertionError.class, () -> checkOrder(MailboxOperations.OfWrongOrder.class));
    }
}
