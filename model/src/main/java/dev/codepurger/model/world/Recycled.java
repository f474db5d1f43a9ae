package dev.codepurger.model.world;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
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
 */
public record Recycled(ImmutableList<World> worlds, int next, BitSet processes, BitSet requests, BitSet calls, ImmutableMap<String, Versions> anew) {

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
        int next = scan.processes.nextClearBit(1);
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
        ImmutableList<World> all = worlds.stream()
                .map(world -> counted.isEmpty() && world.spawned == next - 1 ? world : Versions.counted(world, counted, next - 1, settings))
                .collect(ImmutableList.toImmutableList());
        return new Recycled(all, next, scan.processes, scan.requests, scan.calls, counted);
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
        private final BitSet requests = new BitSet();
        private final BitSet calls = new BitSet();

        void add(World world) {
            for (Group group : world.groups) {
                add(group.pid());
                Local.Call call = group.local().call();
                if (call != null && call.name() != null) {
                    name(call.name());
                }
            }
            world.crowds.forEach((pid, members) -> {
                add(pid);
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
                processes.set(number / 2);
            }
        }

        private void name(String name) {
            if (name.charAt(0) == OURS) {
                (name.charAt(1) == 'r' ? requests : calls).set(Integer.parseInt(name, 2, name.length(), 10));
            }
        }
    }
}
