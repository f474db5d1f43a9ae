package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a history apart into histories of modules that have nothing to do with each other: it is legal if, and only if, all of these are. Objects that share
 * nothing can be judged one by one (Herlihy and Wing 1990, locality), but all modules share the purger, which serves one request after the other. So modules
 * of which requests are open at the same time are kept together, and so are those that share a process whose life is not certain. Only where nothing happens but
 * loads, purges, and processes that are started and ended; otherwise the history is left as it is.
 */
final class Apart {

    private static final String PURGER = "purger";

    private final History history;
    private final Map<String, String> roots = new HashMap<>();
    private final Map<String, Event> started = new HashMap<>();
    private final Set<String> uncertain = new HashSet<>();
    private final Map<String, Stretch> requests = new HashMap<>();
    private boolean plain = true;

    /** From when to when a request may be in the purger's hands. */
    private record Stretch(String module, String from, long begin, long end) {
        Stretch until(long time) {
            return new Stretch(module, from, begin, time);
        }
    }

    private Apart(History history) {
        this.history = history;
    }

    /** The parts; the history alone where it cannot be told that they have nothing to do with each other. */
    static List<History> of(History history) {
        Apart apart = new Apart(history);
        List<Event> events = history.events();
        events.forEach(apart::look);
        events.forEach(apart::answer);
        if (!apart.plain || !apart.isStrict() || !isAloneAtRest(events)) {
            return List.of(history);
        }
        events.forEach(apart::doubt);
        apart.join();
        return apart.parts(events);
    }

    // ------------------------------------------------------------------------------------------------------------ what there is

    private void look(Event event) {
        plain &= event.to() != Event.OPEN;
        switch (event.label()) {
            case Label.Did did -> look(did.stimulus(), did.response(), event);
            case Label.Quiet quiet -> plain &= quiet.kind() == Label.QuietKind.IDLE && quiet.suspended().isEmpty();
            case Label.Down down -> uncertain.add(process(down.process()));
            case Label.Replied replied -> {
                // when all requests are known
            }
            case Label.Observation seen -> plain = false;
        }
    }

    private void look(Stimulus stimulus, Response response, Event event) {
        switch (stimulus) {
            case Stimulus.Load s -> root(module(s.module()));
            case Stimulus.CheckOldCode s -> root(module(s.module()));
            case Stimulus.Exit s -> uncertain.add(process(s.process()));
            case Stimulus.Kill s -> uncertain.add(process(s.process()));
            case Stimulus.Leave s -> uncertain.add(process(s.process()));
            case Stimulus.Alive s when response == Response.TRUE -> root(process(s.process()));
            case Stimulus.Alive s -> uncertain.add(process(s.process()));
            case Stimulus.Spawn s -> spawn(s, response, event);
            case Stimulus.Purge s -> request(s.request(), s.module(), s.from(), response, event);
            case Stimulus.SoftPurge s -> request(s.request(), s.module(), s.from(), response, event);
            default -> plain = false;
        }
    }

    private void spawn(Stimulus.Spawn s, Response response, Event event) {
        String process = process(s.process());
        plain &= response == Response.OK && started.put(process, event) == null;
        switch (s.where()) {
            case Where.Nowhere where -> root(process);
            case Where.InModule where -> {
                uncertain.add(process);
                unite(process, module(where.module()));
            }
            default -> plain = false;
        }
    }

    private void request(String request, String module, String from, Response response, Event event) {
        plain &= !from.equals(PURGER)
                && requests.put(request, new Stretch(module(module), process(from), event.from(), Event.OPEN)) == null;
        if (response != Response.OK) {
            uncertain.add(process(from));
        }
    }

    private void answer(Event event) {
        if (event.label() instanceof Label.Replied replied) {
            Stretch asked = requests.get(replied.request());
            plain &= asked != null && asked.end == Event.OPEN;
            if (asked != null) {
                requests.put(replied.request(), asked.until(event.to()));
            }
        }
    }

    /** Of two events of one actor the times alone must tell which is the first. */
    private boolean isStrict() {
        return history.lines().values().stream()
                .allMatch(line -> IntStream.range(1, line.size()).allMatch(i -> line.get(i - 1).to() < line.get(i).from()));
    }

    /** A rest is one of all modules, so nothing may be before it in one and behind it in another. */
    private static boolean isAloneAtRest(List<Event> events) {
        return events.stream().filter(event -> event.label() instanceof Label.Quiet)
                .allMatch(rest -> events.stream().allMatch(event -> event.equals(rest) || event.isBefore(rest) || rest.isBefore(event)));
    }

    // ------------------------------------------------------------------------------------------------------------ what belongs together

    /** Whoever has certainly been started when it is first spoken of, and is never ended, is alive whenever that matters: nothing comes of it. */
    private void doubt(Event event) {
        String process = event.label() instanceof Label.Did did ? switch (did.stimulus()) {
            case Stimulus.Alive s -> process(s.process());
            case Stimulus.Purge s -> process(s.from());
            case Stimulus.SoftPurge s -> process(s.from());
            default -> "";
        } : "";
        Event start = started.get(process);
        if (!process.isEmpty() && (start == null || !start.isBefore(event))) {
            uncertain.add(process);
        }
    }

    private void join() {
        List<Stretch> all = new ArrayList<>(requests.values());
        all.sort(Comparator.comparingLong(Stretch::begin));
        @Nullable Stretch last = null;
        for (Stretch one : all) {
            root(one.module);
            if (uncertain.contains(one.from)) {
                unite(one.from, one.module);
            }
            if (last != null && one.begin <= last.end) {
                unite(last.module, one.module);
            }
            last = last == null || one.end > last.end ? one : last;
        }
    }

    private String root(String key) {
        String above = roots.getOrDefault(key, key);
        String root = above.equals(key) ? key : root(above);
        roots.put(key, root);
        return root;
    }

    private void unite(String one, String other) {
        roots.put(root(one), root(other));
    }

    private static String module(String name) {
        return "module " + name;
    }

    private static String process(String name) {
        return "process " + name;
    }

    // ------------------------------------------------------------------------------------------------------------ parts

    private List<History> parts(List<Event> events) {
        Set<String> units = new LinkedHashSet<>();
        Map<Event, Set<String>> of = new HashMap<>();
        for (Event event : events) {
            if (!(event.label() instanceof Label.Quiet)) {
                of.computeIfAbsent(event, one -> new HashSet<>()).addAll(units(event.label()));
            }
        }
        events.forEach(event -> units.addAll(of.getOrDefault(event, Set.of())));
        return units.size() < 2 ? List.of(history)
                : units.stream().map(unit -> part(event -> of.getOrDefault(event, Set.of(unit)).contains(unit))).toList();
    }

    private History part(Predicate<Event> wanted) {
        ImmutableMap.Builder<String, ImmutableList<Event>> lines = ImmutableMap.builder();
        history.lines().forEach((name, line) -> lines.put(name, line.stream().filter(wanted).collect(ImmutableList.toImmutableList())));
        return new History(lines.buildOrThrow());
    }

    private Set<String> units(Label label) {
        return switch (label) {
            case Label.Down down -> Set.of(root(process(down.process())));
            case Label.Replied replied -> {
                Stretch asked = requests.get(replied.request());
                yield asked == null ? Set.of() : Set.of(root(asked.module));
            }
            case Label.Did did -> switch (did.stimulus()) {
                case Stimulus.Load s -> Set.of(root(module(s.module())));
                case Stimulus.CheckOldCode s -> Set.of(root(module(s.module())));
                case Stimulus.Purge s -> Set.of(root(module(s.module())));
                case Stimulus.SoftPurge s -> Set.of(root(module(s.module())));
                case Stimulus.Exit s -> Set.of(root(process(s.process())));
                case Stimulus.Kill s -> Set.of(root(process(s.process())));
                case Stimulus.Leave s -> Set.of(root(process(s.process())));
                case Stimulus.Alive s -> life(process(s.process()));
                case Stimulus.Spawn s -> life(process(s.process()));
                default -> throw new IllegalStateException("not plain: " + did);
            };
            case Label.Observation seen -> throw new IllegalStateException("not plain: " + seen);
        };
    }

    /** Where a process that is certainly alive asks for something, it has to be there. */
    private Set<String> life(String process) {
        if (uncertain.contains(process)) {
            return Set.of(root(process));
        }
        Set<String> asking = new HashSet<>();
        requests.values().stream().filter(one -> one.from.equals(process)).forEach(one -> asking.add(root(one.module)));
        return asking.isEmpty() ? Set.of(root(process)) : asking;
    }
}
