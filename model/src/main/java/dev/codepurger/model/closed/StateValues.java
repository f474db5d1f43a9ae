package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Actor.Said;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Code;
import dev.codepurger.model.world.Module;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A state of a closed world in the words of its description in TLA+: the variables of {@code Purger.tla}, with the same names and values. A record is a
 * map, a sequence a list, a set a set; the rest are numbers, texts and booleans.
 */
public final class StateValues {

    private static final String NONE = "none";

    private final Configuration configuration;

    private StateValues(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The values of the variables, by their names. */
    public static ImmutableMap<String, Object> of(Configuration configuration, ClosedState state) {
        StateValues values = new StateValues(configuration);
        ImmutableMap.Builder<String, Object> processes = ImmutableMap.builder();
        for (int i = 0; i < state.actors().size(); i++) {
            processes.put(configuration.processes().get(i).name(), process(state.actors().get(i)));
        }
        return ImmutableMap.of("purger", values.purger(state), "mailbox", values.messages(state.mailbox()), "code",
                code(state.module()), "proc", processes.buildOrThrow(), "left", state.loads());
    }

    private static ImmutableMap<String, Object> code(Module module) {
        return ImmutableMap.of("current", version(module.current()), "old", version(module.old()), "pending", version(module.pending()),
                "aside", version(module.aside()), "marked", module.purging(), "newest", module.loads());
    }

    private static int version(@Nullable Code code) {
        return code == null ? 0 : code.version();
    }

    private static ImmutableMap<String, Object> process(Actor actor) {
        return ImmutableMap.<String, Object>builder().put("alive", actor.alive()).put("in", actor.in())
                .put("inbox", actor.inbox().stream().map(StateValues::signal).collect(ImmutableList.toImmutableList()))
                .put("monitor", word(actor.monitor())).put("asked", actor.asked()).put("waits", actor.waiting())
                .put("heard", word(actor.heard())).put("said", said(actor.said())).put("call", word(actor.call())).buildOrThrow();
    }

    private static String signal(Actor.Signal signal) {
        return signal == Actor.Signal.STALE_CHECK ? "stale" : word(signal);
    }

    private static ImmutableSet<String> said(Said said) {
        return switch (said) {
            case NOTHING -> ImmutableSet.of();
            case BOTH -> ImmutableSet.of(word(Said.CONTINUE), word(Said.COMPLETE));
            case CONTINUE -> ImmutableSet.of(word(said));
            case COMPLETE -> ImmutableSet.of(word(said));
        };
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private ImmutableMap<String, Object> purger(ClosedState state) {
        Phase phase = state.phase();
        boolean found = phase instanceof Phase.Prepared p ? p.old() : phase instanceof Phase.Started s && s.old();
        KillState kill = phase instanceof Phase.Check check ? check.kill() : KillState.NONE;
        return ImmutableMap.<String, Object>builder().put("at", at(phase)).put("job", job(phase.working())).put("found", found)
                .put("open", phase instanceof Phase.Check check ? check.open() : 0).put("unasked", names(state.unasked()))
                .put("victims", names(kill.outstanding()))
                .put("waiting", kill.waiting().stream().map(Pid::name).collect(ImmutableList.toImmutableList())).put("flag", kill.killed())
                .put("gone", phase instanceof Phase.Check check && check.tester() == Phase.Tester.DIED).put("ending", ending(phase))
                .put("result", result(phase)).put("saved", messages(phase.saved().requests())).put("kept", messages(phase.saved().kept()))
                .buildOrThrow();
    }

    private static ImmutableSet<String> names(Collection<Pid> processes) {
        return processes.stream().map(Pid::name).collect(ImmutableSet.toImmutableSet());
    }

    private static String at(Phase phase) {
        return switch (phase) {
            case Phase.WaitForRequest p -> "idle";
            case Phase.CheckRequests p -> "next";
            case Phase.OnLoadFailed p -> "failed";
            case Phase.Prepared p -> "prepared";
            case Phase.Started p -> "started";
            case Phase.Check p -> "check";
            case Phase.Checked p -> "checked";
            case Phase.Continued p -> "continued";
            case Phase.Finish p -> "finish";
            case Phase.Answer p -> "answer";
            case Phase.Hung p -> "hung";
            case Phase.Terminated p -> "dead";
        };
    }

    private static String ending(Phase phase) {
        return switch (phase) {
            case Phase.Checked p -> word(p.ending());
            case Phase.Continued p -> word(p.ending());
            case Phase.Finish p -> word(p.ending());
            default -> NONE;
        };
    }

    private static String result(Phase phase) {
        return switch (phase) {
            case Phase.Checked p -> result(p.result());
            case Phase.Continued p -> result(p.result());
            case Phase.Finish p -> result(p.result());
            case Phase.Answer p -> result(p.result());
            default -> NONE;
        };
    }

    private static String result(Result result) {
        return result instanceof Result.NoPendingOnLoad ? "error" : result.toString();
    }

    private Map<String, Object> job(Message.@Nullable Request work) {
        return work == null ? about(NONE, NONE, 0) : message(work);
    }

    private ImmutableList<Object> messages(List<Message> messages) {
        return messages.stream().map(this::message).collect(ImmutableList.toImmutableList());
    }

    private Map<String, Object> message(Message message) {
        return switch (message) {
            case Message.Purge m -> about("purge", m.ref());
            case Message.SoftPurge m -> about("soft", m.ref());
            case Message.TestPurge m -> about(m.type() == Message.TestType.HARD ? "test" : "softtest", m.ref());
            case Message.FinishAfterOnLoad m -> about(m.keep() ? "keep" : "discard", m.ref());
            case Message.Continue m -> about("continue", m.ref());
            case Message.Complete m -> about("complete", m.ref());
            case Message.CheckReply m -> ImmutableMap.of("kind", "answer", "from", m.process().name(), "refers", m.refers(), "now",
                    m.tag() == Message.Tag.CURRENT);
            case Message.Down m -> ImmutableMap.of("kind", m.known() ? "down" : "forged", "from", m.process().name());
            default -> throw new IllegalArgumentException("no message of a closed world: " + message);
        };
    }

    private Map<String, Object> about(String kind, String ref) {
        return configuration.processes().stream().map(Plan::name).filter(name -> ref.startsWith(name + "#")).findFirst()
                .map(name -> about(kind, name, Integer.parseInt(ref.substring(name.length() + 1)))).orElseThrow();
    }

    private static Map<String, Object> about(String kind, String from, int n) {
        return ImmutableMap.of("kind", kind, "from", from, "n", n);
    }

    /** A value as TLA+ writes it, but with the fields of records and the members of sets in the order of the alphabet. */
    static String text(Object value) {
        return switch (value) {
            case Map<?, ?> record -> record.entrySet().stream().map(entry -> entry.getKey() + " |-> " + text(entry.getValue())).sorted()
                    .collect(Collectors.joining(", ", "[", "]"));
            case List<?> sequence -> sequence.stream().map(StateValues::text).collect(Collectors.joining(", ", "<<", ">>"));
            case Set<?> set -> set.stream().map(StateValues::text).sorted().collect(Collectors.joining(", ", "{", "}"));
            case String string -> '"' + string + '"';
            case Boolean truth -> truth ? "TRUE" : "FALSE";
            default -> value.toString();
        };
    }
}
