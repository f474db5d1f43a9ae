package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableIntArray;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Worlds in which what is gone leaves no gap: the next process gets the least number that no world has a use for, and versions of modules that nobody
 * knows any more are not counted. So a node that does the same again and again comes to the same worlds again and again. Nothing that can be seen depends
 * on these numbers but what a call says that it ran, which {@link Aliases} translate.
 *
 * @param worlds the worlds
 * @param next the number of the next process
 * @param processes the numbers of processes that a world has a use for
 * @param requests the same of the references of requests
 * @param calls the same of calls
 * @param anew the modules whose versions were counted anew
 * @param found the numbers of processes before they were changed
 * @param moved those of them that were changed
 * @param to what they were changed to, in the same order
 */
public record Recycled(ImmutableList<World> worlds, int next, BitSet processes, BitSet requests, BitSet calls,
        ImmutableMap<String, Versions> anew,
        BitSet found, ImmutableIntArray moved, ImmutableIntArray to) {

    /** Names that begin with this are ours: no text has this character. */
    static final char OURS = '\uffff';

    private static final String PROCESS = OURS + "p";
    private static final String REQUEST = OURS + "r";
    private static final String CALL = OURS + "c";

    /** Most traces need few, again and again. */
    private static final String[] PROCESSES = names(PROCESS);
    private static final String[] REQUESTS = names(REQUEST);

    private static String[] names(String prefix) {
        return IntStream.range(0, 256).mapToObj(number -> prefix + number).toArray(String[]::new);
    }

    static String process(int number) {
        return number < PROCESSES.length ? PROCESSES[number] : PROCESS + number;
    }

    static String request(int number) {
        return number < REQUESTS.length ? REQUESTS[number] : REQUEST + number;
    }

    static String call(int number) {
        return CALL + number;
    }

    /** These worlds with as few numbers as can be. */
    static Recycled of(Collection<World> worlds, Settings settings) {
        Scan scan = new Scan();
        worlds.forEach(scan::add);
        ImmutableMap.Builder<String, Versions> anew = ImmutableMap.builder();
        World first = Iterables.getFirst(worlds, null);
        // A call that has returned says which version it ran, and not of which module.
        if (first != null && scan.calls.isEmpty()) {
            for (Map.Entry<String, Module> row : first.modules.entrySet()) {
                if (row.getValue().loads() > 1 && worlds.stream().allMatch(world -> world.modules.containsKey(row.getKey()))) {
                    Versions versions = Versions.in(worlds, row.getKey());
                    if (!versions.isSame()) {
                        anew.put(row.getKey(), versions);
                    }
                }
            }
        }
        ImmutableMap<String, Versions> counted = anew.buildOrThrow();
        Renumbering renumbering = Renumbering.serves(worlds) ? Renumbering.of(worlds, scan.processes) : null;
        ImmutableIntArray moved = renumbering == null ? ImmutableIntArray.of() : renumbering.changed();
        BitSet processes = (BitSet) scan.processes.clone();
        if (renumbering != null) {
            processes.clear();
            processes.set(1, scan.processes.cardinality() + 1);
        } else {
            scan.reserved.or(scan.crowds);
        }
        scan.reserved.or(processes);
        int next = scan.reserved.nextClearBit(1);
        boolean asTheyAre = counted.isEmpty() && (renumbering == null || (moved.isEmpty() && scan.areFirst()));
        ImmutableList<World> all = worlds.stream()
                .map(world -> asTheyAre && world.spawned == next - 1 ? world : world.changed(settings, draft -> {
                    Versions.count(draft, counted);
                    if (renumbering != null) {
                        renumbering.renumber(draft);
                    }
                    draft.spawned = next - 1;
                }))
                .collect(ImmutableList.toImmutableList());
        ImmutableIntArray to = renumbering == null ? moved : ImmutableIntArray.copyOf(moved.stream().map(renumbering::now));
        return new Recycled(all, next, processes, scan.requests, scan.calls, counted, scan.processes, moved, to);
    }

    /** The number of the next request. */
    int nextRequest() {
        return requests.nextClearBit(1);
    }

    int nextCall() {
        return calls.nextClearBit(1);
    }

    /** The module that a call is about, empty if nobody knows. */
    String moduleOf(Label label) {
        return moduleOf(label, worlds);
    }

    static String moduleOf(Label label, List<World> worlds) {
        return label instanceof Label.Did did ? switch (did.stimulus()) {
            case Stimulus.Call call -> call.module();
            case Stimulus.CallFun call -> {
                Fun fun = worlds.isEmpty() ? null : worlds.get(0).funs.get(call.fun());
                yield fun == null ? "" : fun.module();
            }
            default -> "";
        } : "";
    }

    /** What worlds have a use for. */
    private static final class Scan {
        private final BitSet processes = new BitSet();
        private final BitSet crowds = new BitSet();
        private final BitSet reserved = new BitSet();
        private boolean first = true;
        private final BitSet requests = new BitSet();
        private final BitSet calls = new BitSet();

        /** Does each crowd go by its first member? */
        boolean areFirst() {
            return first;
        }

        void add(World world) {
            for (Group group : world.groups) {
                add(group.pid());
                Local.Call call = group.local().call();
                if (call != null && call.name() != null) {
                    name(call.name());
                }
            }
            world.crowds.forEach((pid, members) -> {
                int least = Integer.MAX_VALUE;
                for (Map.Entry<String, Integer> member : members.members()) {
                    least = Math.min(least, member.getValue());
                }
                first &= pid.number() == least + 1;
                members.members().forEach(member -> number(member.getValue()));
            });
            world.mailbox.forEach(this::add);
            add(world.phase);
            for (Pending pending : world.pending) {
                add(pending.to());
                switch (pending.observation()) {
                    case Label.Replied seen -> name(seen.request());
                    case Label.Started seen -> name(seen.ref());
                    case Label.Continued seen -> name(seen.ref());
                    case Label.Returned seen -> name(seen.call());
                    case Label.Down seen -> {
                        // names nothing but a process, which is there as long as it matters
                    }
                    case Label.PurgerDown seen -> {
                        // names nobody
                    }
                    case Label.Quiet seen -> {
                        // nobody gets it
                    }
                    case Label.Showed seen -> {
                        // nobody gets it
                    }
                }
            }
        }

        private void add(Phase phase) {
            if (phase.working() != null) {
                add(phase.working());
            }
            phase.saved().requests().forEach(this::add);
            phase.saved().kept().forEach(this::add);
            if (phase instanceof Phase.Check check) {
                check.kill().outstanding().forEach(this::add);
                check.kill().waiting().forEach(this::add);
            }
        }

        private void add(Message message) {
            switch (message) {
                case Message.Request m -> {
                    add(m.from());
                    name(m.ref());
                }
                case Message.ChangePrio m -> {
                    add(m.from());
                    name(m.ref());
                }
                case Message.Continue m -> name(m.ref());
                case Message.Complete m -> name(m.ref());
                case Message.CheckReply m -> add(m.process());
                case Message.Down m -> add(m.process());
                case Message.Malformed m -> {
                    // names nobody
                }
                case Message.ExitSignal m -> {
                    // names nobody
                }
                case Message.Garbage m -> {
                    // names nobody
                }
            }
        }

        private void add(Pid pid) {
            number(pid.number());
        }

        private void number(int number) {
            if (number > 0) {
                // A crowd goes by the number of one that is or was of it, plus one.
                (number % 2 == 0 ? processes : crowds).set(number / 2);
            }
        }

        private void name(String name) {
            if (name.charAt(0) == OURS) {
                (name.charAt(1) == 'r' ? requests : calls).set(Integer.parseInt(name, 2, name.length(), 10));
            }
        }
    }
}
