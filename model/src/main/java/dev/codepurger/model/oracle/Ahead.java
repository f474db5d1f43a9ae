package dev.codepurger.model.oracle;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.oracle.HistorySearch.Places;
import dev.codepurger.model.world.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is still to come of a history: which events have to do with what, and which answers will be seen. */
final class Ahead<S> {

    private static final int NO_LINE = -1;

    private final Foresight<S, Label> foresight;
    private final Event[][] lines;
    private final Map<String, List<List<Integer>>> places;
    private final Map<String, Label> answers;

    private Ahead(Foresight<S, Label> foresight, Event[][] lines, Map<String, List<List<Integer>>> places, Map<String, Label> answers) {
        this.foresight = foresight;
        this.lines = lines;
        this.places = places;
        this.answers = answers;
    }

    /** Null where something is to come of which nothing can be told. */
    static <S> @Nullable Ahead<S> of(Foresight<S, Label> foresight, Event[][] lines) {
        Map<String, List<List<Integer>>> places = new HashMap<>();
        Map<String, Label> answers = new HashMap<>();
        Multiset<String> asked = HashMultiset.create();
        Multiset<String> answered = HashMultiset.create();
        for (int line = 0; line < lines.length; line++) {
            for (int i = 0; i < lines[line].length; i++) {
                Label label = lines[line][i].label();
                Optional<ImmutableSet<String>> topics = foresight.topics(label);
                if (topics.isEmpty()) {
                    return null;
                }
                for (String topic : topics.get()) {
                    places.computeIfAbsent(topic, t -> none(lines.length)).get(line).add(i);
                }
                foresight.asks(label).ifPresent(asked::add);
                foresight.answers(label).ifPresent(question -> {
                    answered.add(question);
                    answers.put(question, label);
                });
            }
        }
        // Of questions that have the same name it is not known which was answered.
        answers.keySet().removeIf(question -> asked.count(question) > 1 || answered.count(question) > 1);
        return new Ahead<>(foresight, lines, places, answers);
    }

    private static List<List<Integer>> none(int lines) {
        List<List<Integer>> none = new ArrayList<>(lines);
        for (int line = 0; line < lines; line++) {
            none.add(new ArrayList<>(1));
        }
        return none;
    }

    Foresight<S, Label> foresight() {
        return foresight;
    }

    /** Has an event that is still to come to do with the topic? */
    boolean has(String topic, Places done) {
        return has(topic, done, NO_LINE, Long.MAX_VALUE);
    }

    /** Has an event of another line to do with the topic, that is still to come and has not begun later than the one that is next in this line had ended? */
    boolean othersHave(String topic, Places done, int line) {
        return has(topic, done, line, lines[line][done.of(line)].to());
    }

    private boolean has(String topic, Places done, int but, long begun) {
        List<List<Integer>> at = places.get(topic);
        if (at == null) {
            return false;
        }
        for (int line = 0; line < lines.length; line++) {
            if (line != but) {
                for (int i : at.get(line)) {
                    if (i >= done.of(line) && lines[line][i].from() <= begun) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    boolean contradicts(S state) {
        return foresight.contradicts(state, answers);
    }
}
