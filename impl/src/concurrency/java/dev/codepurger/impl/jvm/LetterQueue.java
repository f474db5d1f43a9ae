package dev.codepurger.impl.jvm;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What a mailbox does when nothing happens at the same time. */
public final class LetterQueue {
    private final List<Integer> letters = new ArrayList<>();

    /** As {@link MailboxOperations#put}. */
    public void put(int letter) {
        letters.add(letter);
    }

    /** As {@link MailboxOperations#takeAll}. */
    public String takeAll() {
        StringBuilder taken = new StringBuilder();
        letters.forEach(letter -> taken.append(letter).append(' '));
        letters.clear();
        return taken.toString();
    }

    /** As {@link MailboxOperations#takeEven}. */
    public String takeEven() {
        for (Iterator<Integer> each = letters.iterator(); each.hasNext();) {
            int letter = each.next();
            if (letter % 2 == 0) {
                each.remove();
                return letter + " ";
            }
        }
        return "";
    }
}
