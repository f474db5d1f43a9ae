package dev.codepurger.model.closed.packed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Actor;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Said;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Messages;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Phase.Ending;
import dev.codepurger.model.purger.Phase.Tester;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Code;
import dev.codepurger.model.world.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Writes readable states into words, and reads them back. */
final class Codec {

    private final ClosedWorld world;
    private final Layout at;
    private final Alphabet alphabet;

    Codec(ClosedWorld world, Layout layout) {
        this.world = world;
        at = layout;
        alphabet = layout.alphabet;
    }

    // ------------------------------------------------------------------------------------------------------------ packing

    void pack(ClosedState state, long[] s) {
        Arrays.fill(s, 0);
        pack(state.module(), s);
        at.loads.set(s, state.loads());
        at.unasked.set(s, set(state.unasked()));
        packPhase(state.phase(), s);
        at.saved.set(s, list(at.requestLists, state.phase().saved().requests()));
        at.kept.set(s, list(at.wordLists, state.phase().saved().kept()));
        state.mailbox().forEach(message -> at.mailbox.append(s, alphabet.number(message)));
        for (int i = 0; i < at.processes; i++) {
            at.actor(s, i, pack(state.actors().get(i)));
        }
    }

    private void pack(Module module, long[] s) {
        at.current.set(s, version(module.current()));
        at.old.set(s, version(module.old()));
        at.pending.set(s, version(module.pending()));
        at.aside.set(s, version(module.aside()));
        at.failed.set(s, module.failed());
        at.onLoadPurge.set(s, module.onLoadPurge());
        at.marked.set(s, module.purging());
    }

    private static int version(@Nullable Code code) {
        return code == null ? 0 : code.version();
    }

    private long list(Lists lists, List<Message> messages) {
        long list = 0;
        for (Message message : messages) {
            list = lists.append(list, alphabet.number(message));
        }
        return list;
    }

    private void packPhase(Phase phase, long[] s) {
        Message.@Nullable Request work = phase.working();
        at.work.set(s, work == null ? 0 : alphabet.number(work));
        at.phase.set(s, switch (phase) {
            case Phase.WaitForRequest p -> Layout.IDLE;
            case Phase.CheckRequests p -> Layout.NEXT;
            case Phase.OnLoadFailed p -> Layout.FAILED;
            case Phase.Prepared p -> found(s, p.old(), Layout.PREPARED);
            case Phase.Started p -> found(s, p.old(), Layout.STARTED);
            case Phase.Check p -> check(s, p);
            case Phase.Checked p -> end(s, p.ending(), p.result(), Layout.CHECKED);
            case Phase.Continued p -> end(s, p.ending(), p.result(), Layout.CONTINUED);
            case Phase.Finish p -> end(s, p.ending(), p.result(), Layout.FINISH);
            case Phase.Answer p -> end(s, null, p.result(), Layout.ANSWER);
            case Phase.Terminated p -> Layout.DEAD;
            case Phase.Hung p -> throw new IllegalArgumentException("no right purger hangs");
        });
    }

    private int found(long[] s, boolean old, int phase) {
        at.found.set(s, old);
        return phase;
    }

    private int check(long[] s, Phase.Check check) {
        at.open.set(s, check.open());
        at.gone.set(s, check.tester() == Tester.DIED);
        at.flag.set(s, check.kill().killed());
        at.victims.set(s, set(check.kill().outstanding()));
        check.kill().waiting().forEach(pid -> at.waiting.set(s, at.processLists.append(at.waiting.get(s), pid.number())));
        return Layout.CHECK;
    }

    private static long set(Collection<Pid> processes) {
        return processes.stream().mapToLong(pid -> 1L << (pid.number() - 1)).sum();
    }

    private int end(long[] s, @Nullable Ending ending, Result result, int phase) {
        at.ending.set(s, ending == null ? 0 : Numbers.of(ending) + 1);
        at.result.set(s, Results.number(result));
        return phase;
    }

    private long pack(Actor actor) {
        long word = (actor.alive() ? ActorBits.ALIVE : 0) | (actor.waiting() ? ActorBits.WAITING : 0);
        word = ActorBits.monitor(word, Numbers.of(actor.monitor()));
        word = ActorBits.heard(word, Numbers.of(actor.heard()));
        word = ActorBits.saying(word, Numbers.of(actor.said()));
        word = ActorBits.call(word, Numbers.of(actor.call()));
        word = at.bits.asked(at.bits.in(word, actor.in()), actor.asked());
        for (Signal signal : actor.inbox()) {
            word = at.bits.and(word, Numbers.of(signal) + 1);
        }
        return word;
    }

    // ------------------------------------------------------------------------------------------------------------ unpacking

    ClosedState unpack(long[] s) {
        ImmutableList<Actor> actors = list(at.processes, i -> actor(at.actor(s, i)));
        return new ClosedState(module(s), phase(s), list(at.mailbox.size(s), i -> alphabet.message(at.mailbox.get(s, i))), actors,
                at.loads.number(s), ImmutableSet.copyOf(processes(at.unasked.get(s))));
    }

    private static <T> ImmutableList<T> list(int size, IntFunction<T> element) {
        List<T> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            all.add(element.apply(i));
        }
        return ImmutableList.copyOf(all);
    }

    private Module module(long[] s) {
        return new Module(code(at.current.number(s)), code(at.old.number(s)), code(at.pending.number(s)), at.failed.isSet(s),
                code(at.aside.number(s)), at.onLoadPurge.isSet(s), at.marked.isSet(s), false, at.newest - at.loads.number(s));
    }

    private static @Nullable Code code(int version) {
        return version == 0 ? null : new Code(version, version);
    }

    private Phase phase(long[] s) {
        Saved saved = new Saved(messages(at.requestLists, at.saved.get(s)), messages(at.wordLists, at.kept.get(s)));
        int number = at.work.number(s);
        if (number == 0) {
            return switch (at.phase.number(s)) {
                case Layout.IDLE -> new Phase.WaitForRequest(saved);
                case Layout.NEXT -> new Phase.CheckRequests(saved);
                default -> new Phase.Terminated("badarg");
            };
        }
        Message.Request work = alphabet.requested(number);
        return switch (at.phase.number(s)) {
            case Layout.FAILED -> new Phase.OnLoadFailed((Message.FinishAfterOnLoad) work, saved);
            case Layout.PREPARED -> new Phase.Prepared(work, at.found.isSet(s), -1, saved);
            case Layout.STARTED -> new Phase.Started((Message.TestPurge) work, at.found.isSet(s), -1, saved);
            case Layout.CHECK -> new Phase.Check(work, alphabet.hard[number], at.open.number(s), Long.bitCount(at.unasked.get(s)), false,
                    kills(s),
                    !alphabet.test[number] ? Tester.NONE : at.gone.isSet(s) ? Tester.DIED : Tester.LISTENS, saved);
            case Layout.CHECKED -> new Phase.Checked((Message.TestPurge) work, ending(s), result(s), Tester.LISTENS, saved);
            case Layout.CONTINUED -> new Phase.Continued((Message.TestPurge) work, ending(s), result(s), saved);
            case Layout.FINISH -> new Phase.Finish(work, ending(s), result(s), saved);
            default -> new Phase.Answer(work, result(s), saved);
        };
    }

    private ImmutableList<Message> messages(Lists lists, long list) {
        return list(lists.size(list), i -> alphabet.message(lists.get(list, i)));
    }

    private KillState kills(long[] s) {
        long waiting = at.waiting.get(s);
        return new KillState(processes(at.victims.get(s)), list(at.processLists.size(waiting),
                i -> Messages.pid(world.configuration(), at.processLists.get(waiting, i) - 1)), at.flag.isSet(s));
    }

    private ImmutableList<Pid> processes(long set) {
        List<Pid> all = new ArrayList<>();
        for (long left = set; left != 0; left &= left - 1) {
            all.add(Messages.pid(world.configuration(), Long.numberOfTrailingZeros(left)));
        }
        return ImmutableList.copyOf(all);
    }

    private Ending ending(long[] s) {
        return Numbers.constant(Ending.class, at.ending.number(s) - 1);
    }

    private Result result(long[] s) {
        return Results.result(at.result.number(s));
    }

    private Actor actor(long word) {
        long signals = at.bits.signals(word);
        List<Signal> inbox = new ArrayList<>();
        for (long left = signals; left != 0; left >>>= 2) {
            inbox.add(Numbers.constant(Signal.class, ActorBits.firstSignal(left) - 1));
        }
        return new Actor(ActorBits.isAlive(word), at.bits.in(word), ImmutableList.copyOf(inbox),
                Numbers.constant(Monitor.class, ActorBits.monitor(word)),
                at.bits.asked(word), ActorBits.isWaiting(word), Numbers.constant(Heard.class, ActorBits.heard(word)),
                Numbers.constant(Said.class, ActorBits.said(word)),
                Numbers.constant(Call.class, ActorBits.call(word)));
    }
}
