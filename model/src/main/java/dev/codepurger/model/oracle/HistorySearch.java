package dev.codepurger.model.oracle;

import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.lts.OpenSystem;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an order of the events of a history, with internal steps between, that the system could have shown. Depth first, in the likeliest
 * order, so that a history that conforms is explained without much search; what was reached before is not gone on from
 * again (Wing and Gong 1993; Lowe 2017), so that one which does not is refused for certain.
 */
final class HistorySearch<S> {

    /** More would not make an explanation better. */
    private static final int MAX_STUCK = 1_000;

    private final OpenSystem<S, Label> system;
    private final List<S> starts;
    private final Event[][] lines;
    private final long[][] likely;
    private final int[] needed;
    private final @Nullable Ahead<S> ahead;
    private final int bound;
    private final int width;
    private final Set<Node<S>> seen = new HashSet<>();
    private final Deque<Node<S>> todo = new ArrayDeque<>();
    private @Nullable S end;
    private int furthest = -1;
    private final List<Node<S>> stuck = new ArrayList<>();

    /** A state, and how many events of each line have happened. */
    record Node<S>(Places places, S state) {
    }

    /** How many events of each line have happened. */
    static final class Places {
        private final int[] next;

        Places(int[] next) {
            this.next = next;
        }

        Places with(int line) {
            int[] more = next.clone();
            more[line]++;
            return new Places(more);
        }

        int of(int line) {
            return next[line];
        }

        int sum() {
            return Arrays.stream(next).sum();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Places p && Arrays.equals(next, p.next);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(next);
        }
    }

    HistorySearch(OpenSystem<S, Label> system, History history, int bound) {
        this(system, Optional.empty(), List.of(system.initial()), history, new Likely(history, null), bound, Integer.MAX_VALUE);
    }

    /**
     * One that begins in any of these states.
     *
     * @param foresight what the system can tell beforehand
     * @param guess which events to try first
     * @param width of the events that could be the next only so many are tried, the likeliest; what is found is an order all the same, but that
     *     none is found means nothing then
     */
    HistorySearch(OpenSystem<S, Label> system, Optional<Foresight<S, Label>> foresight, List<S> starts, History history, Likely guess,
            int bound, int width) {
        this.width = width;
        this.system = system;
        this.starts = starts;
        this.bound = bound;
        lines = history.lines().values().stream().map(line -> line.toArray(Event[]::new)).toArray(Event[][]::new);
        likely = guess.times(lines);
        ahead = foresight.map(known -> Ahead.of(known, lines)).orElse(null);
        needed = new int[lines.length];
        for (int i = 0; i < lines.length; i++) {
            // Only the last of a line can be open.
            needed[i] = lines[i].length > 0 && lines[i][lines[i].length - 1].isOpen() ? lines[i].length - 1 : lines[i].length;
        }
    }

    /** Is there such an order? Inconclusive if the bound was hit before one was found. */
    Verdict search() {
        if (seen.isEmpty()) {
            for (int i = starts.size() - 1; i >= 0; i--) {
                push(new Node<>(new Places(new int[lines.length]), starts.get(i)));
            }
        }
        while (!todo.isEmpty()) {
            Node<S> node = todo.pop();
            if (isExplained(node)) {
                end = node.state;
                return Verdict.CONFORMS;
            }
            if (seen.size() > bound) {
                return Verdict.INCONCLUSIVE;
            }
            goOn(node);
        }
        return Verdict.VIOLATED;
    }

    /** Where the order that {@link #search} found ends; search again for another one. */
    S end() {
        return Objects.requireNonNull(end, "nothing was found");
    }

    private boolean isExplained(Node<S> node) {
        for (int i = 0; i < lines.length; i++) {
            if (node.places.next[i] < needed[i]) {
                return false;
            }
        }
        return true;
    }

    private void goOn(Node<S> node) {
        List<Integer> enabled = enabled(node.places);
        for (int line : enabled) {
            Event event = lines[line][node.places.next[line]];
            if (system.unnoticed(event.label())) {
                List<S> after = system.after(node.state, event.label());
                if (!after.isEmpty()) {
                    // Whatever else could happen now can happen afterwards too.
                    pushAll(node.places.with(line), after);
                    return;
                }
            }
        }
        if (goOnWithWhatIsSettled(node, enabled)) {
            return;
        }
        // The last to be pushed is the first to be tried: the likeliest event, before the system does anything of its own.
        system.internal(node.state).forEach(next -> push(new Node<>(node.places, next)));
        for (int i = Math.min(width, enabled.size()) - 1; i >= 0; i--) {
            int line = enabled.get(i);
            pushAll(node.places.with(line), system.after(node.state, lines[line][node.places.next[line]].label()));
        }
        note(node);
    }

    /** All events that must have happened, in the likeliest order of all. */
    List<Event> likeliest() {
        List<Event> order = new ArrayList<>();
        Places places = new Places(new int[lines.length]);
        for (List<Integer> enabled = enabled(places); !enabled.isEmpty(); enabled = enabled(places)) {
            int line = enabled.get(0);
            Event event = lines[line][places.next[line]];
            if (!event.isOpen()) {
                order.add(event);
            }
            places = places.with(line);
        }
        return order;
    }

    /** Is there something that can as well come first? Then nothing else need be tried. */
    private boolean goOnWithWhatIsSettled(Node<S> node, List<Integer> enabled) {
        if (ahead == null) {
            return false;
        }
        List<S> steps = ahead.foresight().settled(node.state, topic -> ahead.has(topic, node.places));
        if (!steps.isEmpty()) {
            pushAll(node.places, steps);
            return true;
        }
        for (int line : enabled) {
            Label label = lines[line][node.places.next[line]].label();
            Places then = node.places.with(line);
            if (ahead.foresight().settled(node.state, label, topic -> ahead.othersHave(topic, node.places, line),
                    topic -> ahead.has(topic, then))) {
                List<S> after = system.after(node.state, label);
                if (!after.isEmpty()) {
                    pushAll(then, after);
                    return true;
                }
            }
        }
        return false;
    }

    /** The lines whose next event may be the next of all, the likeliest first. */
    private List<Integer> enabled(Places places) {
        List<Integer> enabled = new ArrayList<>();
        long first = Long.MAX_VALUE;
        for (int line = 0; line < lines.length; line++) {
            if (places.next[line] < lines[line].length) {
                first = Math.min(first, lines[line][places.next[line]].to());
            }
        }
        for (int line = 0; line < lines.length; line++) {
            if (places.next[line] < lines[line].length && lines[line][places.next[line]].from() <= first) {
                enabled.add(line);
            }
        }
        enabled.sort(Comparator.comparingLong(line -> likely[line][places.next[line]]));
        return enabled;
    }

    private void pushAll(Places places, List<S> states) {
        states.forEach(state -> push(new Node<>(places, state)));
    }

    private void push(Node<S> node) {
        if (seen.add(node) && (ahead == null || !ahead.contradicts(node.state))) {
            todo.push(node);
        }
    }

    private void note(Node<S> node) {
        int sum = node.places.sum();
        if (sum > furthest) {
            furthest = sum;
            stuck.clear();
        }
        if (sum == furthest && stuck.size() < MAX_STUCK) {
            stuck.add(node);
        }
    }

    /** Where it ends that explains most: states reached there. */
    List<Node<S>> stuck() {
        return stuck;
    }

    /** The events that could have been the next there. */
    List<Event> refused() {
        return stuck.isEmpty() ? List.of()
                : enabled(stuck.get(0).places).stream().map(line -> lines[line][stuck.get(0).places.next[line]]).toList();
    }

    /** How many states were looked at. */
    int visited() {
        return seen.size();
    }
}
