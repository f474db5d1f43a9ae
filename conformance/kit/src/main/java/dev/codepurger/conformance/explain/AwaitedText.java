package dev.codepurger.conformance.explain;

import dev.codepurger.model.world.Awaited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a purger waits for, in words. */
public final class AwaitedText {
    private static final int NAMES_SHOWN = 20;

    private AwaitedText() {
    }

    /**
     * One line for each that it may be.
     *
     * @param effects was it seen which messages the purger has consumed? If not, any one of them may be all that is missing
     */
    public static List<String> lines(Collection<Awaited> all, boolean effects) {
        return (effects ? all.stream().map(AwaitedText::exactly) : any(all).stream()).distinct().map(Printable::line).toList();
    }

    private static String exactly(Awaited awaited) {
        List<String> parts = new ArrayList<>();
        if (awaited.replies() > 0) {
            parts.add(count(awaited.replies(), awaited.from().size(), "the answer to its check request from ",
                    "answers to its check requests from ") + names(awaited.from()));
        }
        if (awaited.deaths() > 0) {
            parts.add(count(awaited.deaths(), awaited.of().size(), "the DOWN message of ", "DOWN messages of ") + names(awaited.of()));
        }
        awaited.word().ifPresent(word -> parts.add(word));
        return parts.isEmpty() ? "nothing: all of them have come" : String.join(", and ", parts);
    }

    private static String count(int messages, int names, String one, String many) {
        String some = messages == 1 ? one : messages + " " + many;
        return messages == names ? some : some + (messages == 1 ? "one of " : "some of ");
    }

    private static List<String> any(Collection<Awaited> all) {
        Set<String> from = new TreeSet<>();
        Set<String> of = new TreeSet<>();
        List<String> lines = new ArrayList<>();
        for (Awaited one : all) {
            from.addAll(one.from());
            of.addAll(one.of());
            one.word().ifPresent(lines::add);
        }
        if (!from.isEmpty()) {
            lines.add("the answer to its check request from " + (from.size() == 1 ? "" : "one of ") + names(from));
        }
        if (!of.isEmpty()) {
            lines.add("the DOWN message of " + (of.size() == 1 ? "" : "one of ") + names(of));
        }
        if (lines.size() + from.size() + of.size() > 2) {
            lines.add("(without effects nobody can tell which of them is missing)");
        }
        return lines;
    }

    private static String names(Collection<String> names) {
        return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
    }
}
