package dev.codepurger.impl.jvm;

import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** What is done to a mailbox: many put, one takes. Letters are small numbers. */
@Param(name = "letter", gen = IntGen.class, conf = "1:4")
public abstract class MailboxOperations {
    private final Mailbox mailbox;

    MailboxOperations(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** Puts a letter. */
    @Operation(params = "letter")
    public void put(int letter) {
        Stage.put(mailbox, new Message.Junk(letter));
    }

    /** Takes all letters that are there, in order. */
    @Operation(nonParallelGroup = "receiver")
    public String takeAll() {
        return text(Stage.takeAll(mailbox));
    }

    /** Takes the first letter with an even number; the others stay, in order. */
    @Operation(nonParallelGroup = "receiver")
    public String takeEven() {
        return text(Stage.takeFirst(mailbox, message -> message instanceof Message.Junk(Integer letter) && letter % 2 == 0));
    }

    private static String text(List<Message> letters) {
        StringBuilder text = new StringBuilder();
        for (Message letter : letters) {
            text.append(((Message.Junk) letter).term()).append(' ');
        }
        return text.toString();
    }

    /** The mailbox of a node. */
    public static final class OfNode extends MailboxOperations {
        /** Made anew for each run. */
        public OfNode() {
            super(Stage.mailbox());
        }
    }

    /** One that loses letters when two are put at once. */
    public static final class OfLosingLetters extends MailboxOperations {
        /** Made anew for each run. */
        public OfLosingLetters() {
            super(new RacyMailbox(RacyMailbox.Flaw.LOSES_LETTERS));
        }
    }

    /** One that gives letters in the wrong order when one is put while it is emptied. */
    public static final class OfWrongOrder extends MailboxOperations {
        /** Made anew for each run. */
        public OfWrongOrder() {
            super(new RacyMailbox(RacyMailbox.Flaw.WRONG_ORDER));
        }
    }
}
