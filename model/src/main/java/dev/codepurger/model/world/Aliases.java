package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a trace are called in worlds that use numbers again. Immutable. Processes, requests and calls go by numbers as long as a world has a
 * use for them; modules and funs, which do not go, by their names.
 */
public final class Aliases {

    /** Of a trace that has named nothing. */
    public static final Aliases NONE = new Aliases(NameTable.EMPTY, NameTable.EMPTY, NameTable.EMPTY, ImmutableMap.of(), ImmutableMap.of());

    private static final String NOBODY = Recycled.OURS + "?";

    private final NameTable processes;
    private final NameTable requests;
    private final NameTable calls;
    /** The module that a call is about, by what the call is called in worlds. */
    private final ImmutableMap<String, String> called;
    /** The versions of a module that are not what the trace calls them. */
    private final ImmutableMap<String, Counted> versions;

    private Aliases(NameTable processes, NameTable requests, NameTable calls, ImmutableMap<String, String> called,
            ImmutableMap<String, Counted> versions) {
        this.processes = processes;
        this.requests = requests;
        this.calls = calls;
        this.called = called;
        this.versions = versions;
    }

    /**
     * What versions from 1 on are called in the trace.
     *
     * @param low the first of them
     * @param from the one that comes then, with all that follow it
     */
    private record Counted(List<Integer> low, int from) {

        static final Counted SAME = new Counted(List.of(), 1);

        int inTrace(int version) {
            return version <= low.size() ? low.get(version - 1) : version - low.size() - 1 + from;
        }

        /** 0, which nothing is called, for one that nobody knows. */
        int inWorld(int version) {
            return version >= from ? version - from + low.size() + 1 : low.indexOf(version) + 1;
        }

        Counted anew(Versions now) {
            // Not by a stream: traces come here with each purge.
            List<Integer> called = new ArrayList<>(now.used().size());
            for (int version : now.used()) {
                called.add(inTrace(version));
            }
            return new Counted(called, inTrace(now.from()));
        }
    }

    /**
     * A label in the words of worlds, and what it names for the first time.
     *
     * @param label the label
     * @param process the process that it starts, if it does
     * @param request a request that has no number yet
     * @param call a call that has no number yet
     */
    public record Inward(Label label, @Nullable String process, @Nullable String request, @Nullable String call) {}

    /** Is everything called as it is in the trace? */
    public boolean isEmpty() {
        return this == NONE;
    }

    /**
     * Can numbers be used again after this label? Not where a process is started by a name of which there may have been another: who is meant by it then,
     * may be another one in each world.
     */
    public boolean mayRecycle(Label label) {
        return !(label instanceof Label.Did did && did.stimulus() instanceof Stimulus.Spawn spawn)
                || processes.number(spawn.process()) == 0;
    }

    /** After a label of worlds that use no number again any more, which were these before it. */
    public Aliases afterCall(Label label, List<World> before) {
        String call = label instanceof Label.Did did ? switch (did.stimulus()) {
            case Stimulus.Call s -> s.call();
            case Stimulus.CallFun s -> s.call();
            default -> "";
        } : "";
        return call.isEmpty() || versions.isEmpty() ? this
                : new Aliases(processes, requests, calls, Draft.with(called, call, Recycled.moduleOf(label, before)), versions);
    }

    /** A label in the words of worlds that use no number again any more: what has none now is called as it is in the trace. */
    public Label translated(Label label) {
        return inward(label, null).label();
    }

    // ------------------------------------------------------------------------------------------------------------ inward

    /** A label in the words of worlds that have recycled this. */
    public Inward inward(Label label, @Nullable Recycled now) {
        return switch (label) {
            case Label.Did did -> inward(did, now);
            case Label.Replied seen -> request(seen.request(), now, name -> new Label.Replied(name, seen.kind(), seen.result()));
            case Label.Started seen -> request(seen.ref(), now, Label.Started::new);
            case Label.Continued seen -> request(seen.ref(), now, Label.Continued::new);
            case Label.Down seen -> plain(new Label.Down(process(seen.process(), now), seen.reason()));
            case Label.PurgerDown seen -> plain(seen);
            case Label.Returned seen -> call(seen.call(), now, name -> new Label.Returned(name, outcome(name, seen.outcome())));
            case Label.Quiet seen -> plain(seen.suspended().isEmpty() ? seen
                    : new Label.Quiet(seen.kind(),
                            seen.suspended().stream().map(one -> process(one, now))
                                    .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo))));
            case Label.Showed seen -> throw new IllegalArgumentException("effects have names of their own");
        };
    }

    private interface Named {
        Label label(String name);
    }

    private static Inward plain(Label label) {
        return new Inward(label, null, null, null);
    }

    private Inward request(String request, @Nullable Recycled now, Named with) {
        int number = requests.number(request);
        return number > 0 || now == null ? new Inward(with.label(number > 0 ? Recycled.request(number) : request), null, null, null)
                : new Inward(with.label(Recycled.request(now.nextRequest())), null, request, null);
    }

    private Inward call(String call, @Nullable Recycled now, Named with) {
        int number = calls.number(call);
        return number > 0 || now == null ? new Inward(with.label(number > 0 ? Recycled.call(number) : call), null, null, null)
                : new Inward(with.label(Recycled.call(now.nextCall())), null, null, call);
    }

    private String process(String process, @Nullable Recycled now) {
        int number = processes.number(process);
        return number > 0 ? Recycled.process(number) : now == null || process.equals(World.PURGER.name()) ? process : NOBODY;
    }

    private String outcome(String call, String outcome) {
        Counted counted = versions.get(called.getOrDefault(call, ""));
        if (counted == null || outcome.isEmpty() || outcome.length() > 9 || !outcome.chars().allMatch(c -> c >= '0' && c <= '9')
                || outcome.charAt(0) == '0') {
            return outcome;
        }
        return Integer.toString(counted.inWorld(Integer.parseInt(outcome)));
    }

    private Inward inward(Label.Did did, @Nullable Recycled now) {
        Response response = did.response();
        return switch (did.stimulus()) {
            case Stimulus.Load s -> plain(did);
            case Stimulus.Delete s -> plain(did);
            case Stimulus.BeginOnLoad s -> plain(did);
            case Stimulus.Offer s -> plain(did);
            case Stimulus.CheckOldCode s -> plain(did);
            case Stimulus.MakeFun s -> plain(did);
            case Stimulus.Spawn s -> now == null || processes.number(s.process()) > 0 || s.process().equals(World.PURGER.name())
                    ? plain(new Label.Did(new Stimulus.Spawn(process(s.process(), now), s.where(), s.traits()), response))
                    : new Inward(new Label.Did(new Stimulus.Spawn(Recycled.process(now.next()), s.where(), s.traits()), response),
                            s.process(),
                            null, null);
            case Stimulus.Leave s -> plain(new Label.Did(new Stimulus.Leave(process(s.process(), now)), response));
            case Stimulus.Exit s -> plain(new Label.Did(new Stimulus.Exit(process(s.process(), now)), response));
            case Stimulus.Kill s -> plain(new Label.Did(new Stimulus.Kill(process(s.process(), now)), response));
            case Stimulus.Alive s -> plain(new Label.Did(new Stimulus.Alive(process(s.process(), now)), response));
            case Stimulus.Pause s -> plain(new Label.Did(new Stimulus.Pause(process(s.process(), now)), response));
            case Stimulus.Resume s -> plain(new Label.Did(new Stimulus.Resume(process(s.process(), now)), response));
            case Stimulus.Suspend s -> plain(new Label.Did(new Stimulus.Suspend(process(s.process(), now)), response));
            case Stimulus.Unsuspend s -> plain(new Label.Did(new Stimulus.Unsuspend(process(s.process(), now)), response));
            case Stimulus.CallFun s ->
                call(s.call(), now, name -> new Label.Did(new Stimulus.CallFun(name, process(s.process(), now), s.fun()), response));
            case Stimulus.Call s ->
                call(s.call(), now, name -> new Label.Did(new Stimulus.Call(name, process(s.process(), now), s.module()), response));
            case Stimulus.Purge s ->
                request(s.request(), now, name -> new Label.Did(new Stimulus.Purge(name, s.module(), process(s.from(), now)), response));
            case Stimulus.SoftPurge s ->
                request(s.request(), now,
                        name -> new Label.Did(new Stimulus.SoftPurge(name, s.module(), process(s.from(), now)), response));
            case Stimulus.FinishAfterOnLoad s -> request(s.request(), now,
                    name -> new Label.Did(new Stimulus.FinishAfterOnLoad(name, s.module(), s.keep(), process(s.from(), now)), response));
            case Stimulus.TestPurge s -> request(s.request(), now,
                    name -> new Label.Did(new Stimulus.TestPurge(name, s.module(), s.type(), process(s.from(), now)), response));
            case Stimulus.ChangePrio s ->
                request(s.request(), now,
                        name -> new Label.Did(new Stimulus.ChangePrio(name, s.priority(), process(s.from(), now)), response));
            case Stimulus.Continue s ->
                request(s.ref(), now, name -> new Label.Did(new Stimulus.Continue(name, process(s.from(), now)), response));
            case Stimulus.Complete s ->
                request(s.ref(), now, name -> new Label.Did(new Stimulus.Complete(name, process(s.from(), now)), response));
            case Stimulus.Junk s -> plain(did);
            case Stimulus.ForgeDown s -> plain(new Label.Did(new Stimulus.ForgeDown(process(s.process(), now)), response));
            case Stimulus.ForgeCheckReply s ->
                plain(new Label.Did(new Stimulus.ForgeCheckReply(process(s.process(), now), s.refers()), response));
            case Stimulus.Hold s -> plain(did);
            case Stimulus.Release s -> plain(did);
            case Stimulus.StallPrepare s -> plain(did);
            case Stimulus.Unstall s -> plain(did);
        };
    }

    // ------------------------------------------------------------------------------------------------------------ outward

    /** What worlds can show, in the words of the trace. */
    public Label outward(Label label) {
        return switch (label) {
            case Label.Did did -> throw new IllegalArgumentException("nobody shows " + did);
            case Label.Replied seen -> new Label.Replied(name(seen.request()), seen.kind(), seen.result());
            case Label.Started seen -> new Label.Started(name(seen.ref()));
            case Label.Continued seen -> new Label.Continued(name(seen.ref()));
            case Label.Down seen -> new Label.Down(name(seen.process()), seen.reason());
            case Label.PurgerDown seen -> seen;
            case Label.Returned seen -> new Label.Returned(name(seen.call()), outcomeInTrace(seen));
            case Label.Quiet seen -> new Label.Quiet(seen.kind(),
                    seen.suspended().stream().map(this::name).collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo)));
            case Label.Showed seen -> seen;
        };
    }

    private String outcomeInTrace(Label.Returned seen) {
        Counted counted = versions.get(called.getOrDefault(seen.call(), ""));
        boolean digits = seen.outcome().chars().allMatch(c -> c >= '0' && c <= '9');
        return counted == null || !digits ? seen.outcome() : Integer.toString(counted.inTrace(Integer.parseInt(seen.outcome())));
    }

    /** A name of ours in the words of the trace; others as they are. */
    public String name(String ours) {
        if (ours.charAt(0) != Recycled.OURS || ours.length() < 3) {
            return ours;
        }
        NameTable table = switch (ours.charAt(1)) {
            case 'p' -> processes;
            case 'r' -> requests;
            default -> calls;
        };
        return Optional.ofNullable(table.name(Integer.parseInt(ours.substring(2)))).orElse(ours);
    }

    /** Names of ours within a text, in the words of the trace. */
    public String text(String ours) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < ours.length()) {
            int end = at + 1;
            if (ours.charAt(at) == Recycled.OURS) {
                end++;
                while (end < ours.length() && Character.isDigit(ours.charAt(end))) {
                    end++;
                }
            }
            text.append(name(ours.substring(at, end)));
            at = end;
        }
        return text.toString();
    }

    /** What somebody waits for, in the words of the trace. */
    public Awaited outward(Awaited awaited) {
        return new Awaited(awaited.replies(), names(awaited.from()), awaited.deaths(), names(awaited.of()), awaited.word().map(this::text));
    }

    private ImmutableSortedSet<String> names(ImmutableSortedSet<String> ours) {
        return ours.stream().map(this::name).collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    }

    // ------------------------------------------------------------------------------------------------------------ changes

    /**
     * After a label.
     *
     * @param taken the label
     * @param before what the worlds were before it
     * @param change what became of them
     */
    public Aliases after(Inward taken, Recycled before, Change change) {
        NameTable nowProcesses = processes;
        NameTable nowRequests = requests;
        NameTable nowCalls = calls;
        ImmutableMap<String, String> nowCalled = called;
        if (taken.process != null && change.starts) {
            nowProcesses = nowProcesses.with(before.next(), taken.process);
        }
        if (taken.request != null && change.asks) {
            nowRequests = nowRequests.with(before.nextRequest(), taken.request);
        }
        if (taken.call != null && change.calls) {
            nowCalls = nowCalls.with(before.nextCall(), taken.call);
            nowCalled = Draft.with(nowCalled, Recycled.call(before.nextCall()), before.moduleOf(taken.label));
        }
        for (int number : change.processesGone) {
            nowProcesses = nowProcesses.without(number);
        }
        nowProcesses = moved(nowProcesses, change);
        for (int number : change.requestsGone) {
            nowRequests = nowRequests.without(number);
        }
        for (int number : change.callsGone) {
            nowCalls = nowCalls.without(number);
        }
        ImmutableMap<String, Counted> nowVersions = versions;
        for (var one : change.anew.entrySet()) {
            nowVersions = Draft.with(nowVersions, one.getKey(), versions.getOrDefault(one.getKey(), Counted.SAME).anew(one.getValue()));
        }
        return nowProcesses == processes && nowRequests == requests && nowCalls == calls && change.anew.isEmpty() ? this
                : new Aliases(nowProcesses, nowRequests, nowCalls, nowCalled, nowVersions);
    }

    private static NameTable moved(NameTable processes, Change change) {
        NameTable now = processes;
        for (int i = 0; i < change.moved.length(); i++) {
            now = now.without(change.moved.get(i));
        }
        for (int i = 0; i < change.moved.length(); i++) {
            String name = processes.name(change.moved.get(i));
            now = name == null ? now : now.with(change.to.get(i), name);
        }
        return now;
    }

    /** What a label changes in the names of things. */
    public static final class Change {
        private final boolean starts;
        private final boolean asks;
        private final boolean calls;
        private final int[] processesGone;
        private final int[] requestsGone;
        private final int[] callsGone;
        private final ImmutableMap<String, Versions> anew;
        private final ImmutableIntArray moved;
        private final ImmutableIntArray to;

        /** From what a set of worlds had a use for to what the next has. */
        public Change(Recycled before, Recycled after) {
            starts = after.found().get(before.next());
            asks = after.requests().get(before.nextRequest());
            calls = after.calls().get(before.nextCall());
            processesGone = gone(before.processes(), after.found());
            requestsGone = gone(before.requests(), after.requests());
            callsGone = gone(before.calls(), after.calls());
            anew = after.anew();
            moved = after.moved();
            to = after.to();
        }

        private static int[] gone(BitSet before, BitSet after) {
            return IntStream.range(0, before.length()).filter(number -> before.get(number) && !after.get(number)).toArray();
        }
    }
}
