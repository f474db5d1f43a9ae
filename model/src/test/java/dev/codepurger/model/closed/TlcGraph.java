package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.explore.Graph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The graph that TLC dumps, with the labels of {@link Move}. TLC names the action of a step, not the process that takes it; but all actions of processes
 * change the record of the one that acts, and of no other, so that the states tell who it was.
 *
 * @param graph the first state is 0
 * @param states the states in the order of their numbers, as {@link StateValues#text} writes them
 */
record TlcGraph(Graph graph, List<String> states) {

    private static final Pattern STATE = Pattern.compile("(-?\\d+) \\[label=\"(.*?)\"(,style = filled)?\\];?");
    private static final Pattern EDGE = Pattern.compile("(-?\\d+) -> (-?\\d+) \\[label=\"(\\w+)\".*");
    private static final ImmutableMap<String, Move.Kind> KINDS = ImmutableMap.<String, Move.Kind>builder()
            .put("PurgerStep", Move.Kind.PURGER).put("Respond", Move.Kind.ANSWER).put("BeKilled", Move.Kind.KILLED)
            .put("ReportDown", Move.Kind.DOWN).put("SendRequest", Move.Kind.REQUEST).put("AskAgain", Move.Kind.ASK_AGAIN)
            .put("SayContinue", Move.Kind.CONTINUE).put("SayComplete", Move.Kind.COMPLETE).put("Die", Move.Kind.DIE)
            .put("Leave", Move.Kind.LEAVE).put("Call", Move.Kind.CALL).put("CallAgain", Move.Kind.RECALL).put("Return", Move.Kind.RETURN)
            .put("Load", Move.Kind.LOAD).buildOrThrow();

    /** Reads a dump in the form {@code dot,actionlabels}. */
    static TlcGraph read(Path dump) throws IOException {
        List<String> lines = Files.readAllLines(dump);
        Map<String, Integer> numbers = new HashMap<>();
        List<Map<String, Object>> states = new ArrayList<>();
        for (String line : lines) {
            Matcher state = STATE.matcher(line);
            // The first state is the first to be written.
            if (state.matches() && numbers.putIfAbsent(state.group(1), states.size()) == null) {
                states.add(TlaValues.state(state.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")));
            }
        }
        ImmutableList.Builder<Graph.Edge> edges = ImmutableList.builder();
        for (String line : lines) {
            Matcher edge = EDGE.matcher(line);
            if (edge.matches()) {
                int source = Objects.requireNonNull(numbers.get(edge.group(1)));
                int target = Objects.requireNonNull(numbers.get(edge.group(2)));
                edges.add(new Graph.Edge(source, label(edge.group(3), states.get(source), states.get(target)), target));
            }
        }
        return new TlcGraph(new Graph(states.size(), edges.build(), true), states.stream().map(StateValues::text).toList());
    }

    private static String label(String action, Map<String, Object> before, Map<String, Object> after) {
        Move.Kind kind = Objects.requireNonNull(KINDS.get(action), action);
        return kind + " " + switch (kind) {
            case PURGER -> "purger";
            case LOAD -> "loader";
            default -> whoChanged(processes(before), processes(after));
        };
    }

    private static Map<?, ?> processes(Map<String, Object> state) {
        return (Map<?, ?>) Objects.requireNonNull(state.get("proc"));
    }

    private static String whoChanged(Map<?, ?> before, Map<?, ?> after) {
        List<String> changed = before.keySet().stream().filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(String::valueOf).collect(Collectors.toList());
        if (changed.size() != 1) {
            throw new IllegalArgumentException("not one process has changed: " + changed);
        }
        return changed.get(0);
    }
}
