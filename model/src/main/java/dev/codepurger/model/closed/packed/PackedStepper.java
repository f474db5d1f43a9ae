package dev.codepurger.model.closed.packed;

import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.lts.PackedSystem.Sink;
import dev.codepurger.model.lts.PackedSystem.Stepper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a packed world. What they are is said in {@code spec/tla/README.md}. */
final class PackedStepper implements Stepper {

    private static final int FIRST = 1;

    private final Layout at;
    private final Alphabet alphabet;
    private final ActorBits bits;
    private final PackedPurger purger;
    private final int processes;
    private final int[] program;
    private final boolean[] mayDie;
    private final boolean[] mayLeave;
    private final boolean[] eager;
    private final long[] next;

    private final @Nullable Symmetry symmetry;

    /** With a symmetry, equal processes are not told apart. */
    PackedStepper(Layout layout, PackedPurger purger, List<Plan> plans, @Nullable Symmetry symmetry) {
        this.symmetry = symmetry;
        at = layout;
        alphabet = layout.alphabet;
        bits = layout.bits;
        this.purger = purger;
        processes = plans.size();
        program = plans.stream().mapToInt(plan -> plan.requests().size()).toArray();
        mayDie = free(plans, Freedom.DIE);
        mayLeave = free(plans, Freedom.LEAVE);
        eager = free(plans, Freedom.EAGER);
        next = new long[layout.words()];
    }

    private static boolean[] free(List<Plan> plans, Freedom freedom) {
        boolean[] free = new boolean[plans.size()];
        for (int i = 0; i < free.length; i++) {
            free[i] = plans.get(i).freedoms().contains(freedom);
        }
        return free;
    }

    @Override
    public void from(long[] state, Sink sink) {
        if (at.phase.number(state) == Layout.DEAD) {
            return; // and the node with it
        }
        copy(state);
        if (purger.step(next)) {
            purgerHasStepped(sink);
        }
        for (int process = 0; process < processes; process++) {
            process(state, process, sink);
        }
        load(state, sink);
    }

    /** If it is to ask some of many now, there is a step for each choice. */
    private void purgerHasStepped(Sink sink) {
        int label = PackedWorld.label(Move.Kind.PURGER, 0);
        int count = purger.askNow(next);
        if (count == 0) {
            sink.step(label, next);
            return;
        }
        long[] stepped = next.clone();
        long unasked = at.unasked.get(stepped);
        long last = ((1L << count) - 1) << (Long.bitCount(unasked) - count);
        for (long chosen = (1L << count) - 1; chosen <= last; chosen = nextOfSameSize(chosen)) {
            copy(stepped);
            purger.ask(next, Long.expand(chosen, unasked));
            sink.step(label, next);
        }
    }

    /** The next greater number with as many bits. */
    private static long nextOfSameSize(long bits) {
        long lowest = bits & -bits;
        long carried = bits + lowest;
        return carried | (((bits ^ carried) >>> 2) / lowest);
    }

    @Override
    public int reduce(long[] state) {
        return symmetry == null ? 1 : symmetry.reduce(state);
    }

    private void copy(long[] state) {
        System.arraycopy(state, 0, next, 0, next.length);
    }

    private void load(long[] state, Sink sink) {
        if (at.loads.isSet(state) && !at.pending.isSet(state) && !(at.current.isSet(state) && at.old.isSet(state))) {
            copy(state);
            if (at.current.isSet(state)) {
                at.old.set(next, at.current.get(state));
            }
            at.loads.set(next, at.loads.get(state) - 1);
            at.current.set(next, at.newest - at.loads.get(next));
            sink.step(PackedWorld.label(Move.Kind.LOAD, 0), next);
        }
    }

    private void process(long[] state, int process, Sink sink) {
        long actor = at.actor(state, process);
        handleSignal(state, process, actor, sink);
        if (!ActorBits.isAlive(actor)) {
            if (ActorBits.monitor(actor) != ActorBits.NO_MONITOR) {
                step(state, process, ActorBits.monitor(actor, ActorBits.NO_MONITOR), Move.Kind.DOWN, alphabet.down[process], sink);
            }
            return;
        }
        int call = ActorBits.call(actor);
        if (call != ActorBits.SUSPENDED && call != ActorBits.RESUMED) {
            free(state, process, actor, sink);
        }
        call(state, process, actor, call, sink);
        if (mayDie[process]) {
            step(state, process, bits.dead(actor), Move.Kind.DIE, 0, sink);
        }
    }

    private void handleSignal(long[] state, int process, long actor, Sink sink) {
        long signals = bits.signals(actor);
        if (signals == 0) {
            return;
        }
        int signal = ActorBits.firstSignal(signals);
        if (signal == ActorBits.KILL) {
            step(state, process, bits.dead(actor), Move.Kind.KILLED, 0, sink);
            return;
        }
        int in = bits.in(actor);
        int refers = in != 0 && in == at.old.number(state) ? 1 : 0;
        int answer = signal == ActorBits.CHECK ? alphabet.answer[process] : alphabet.staleAnswer[process];
        step(state, process, bits.withoutFirst(actor), Move.Kind.ANSWER, answer + refers, sink);
    }

    private void free(long[] state, int process, long actor, Sink sink) {
        int asked = bits.asked(actor);
        if (ActorBits.isWaiting(actor)) {
            words(state, process, actor, alphabet.firstRequest[process] + asked - 1, sink);
            return;
        }
        if (asked < program[process]) {
            int message = alphabet.firstRequest[process] + asked;
            long waiting = alphabet.isRequest(message) ? ActorBits.WAITING : 0;
            step(state, process, bits.asked(actor, asked + 1) | waiting, Move.Kind.REQUEST, message, sink);
        }
        int in = bits.in(actor);
        int current = at.current.number(state);
        if (mayLeave[process] && in != 0 && in != current) {
            step(state, process, bits.in(actor, current), Move.Kind.LEAVE, 0, sink);
        }
    }

    private void words(long[] state, int process, long actor, int request, Sink sink) {
        if (!alphabet.test[request]) {
            return;
        }
        int said = ActorBits.said(actor);
        int heard = ActorBits.heard(actor);
        if ((said & ActorBits.SAID_CONTINUE) == 0 && (eager[process] || heard != ActorBits.NOTHING)) {
            step(state, process, ActorBits.saying(actor, ActorBits.SAID_CONTINUE), Move.Kind.CONTINUE, alphabet.continues[request], sink);
        }
        if ((said & ActorBits.SAID_COMPLETE) == 0 && (eager[process] || heard == ActorBits.CONTINUED)) {
            step(state, process, ActorBits.saying(actor, ActorBits.SAID_COMPLETE), Move.Kind.COMPLETE, alphabet.completes[request], sink);
        }
    }

    private void call(long[] state, int process, long actor, int call, Sink sink) {
        boolean first = call == ActorBits.READY && !ActorBits.isWaiting(actor);
        if (first || call == ActorBits.RESUMED) {
            boolean suspended = at.old.get(state) == FIRST && at.marked.isSet(state);
            step(state, process, ActorBits.call(actor, suspended ? ActorBits.SUSPENDED : ActorBits.DONE),
                    first ? Move.Kind.CALL : Move.Kind.RECALL, 0, sink);
        }
    }

    /** One of a process, which then is {@code actor} and has sent a message, or 0. */
    private void step(long[] state, int process, long actor, Move.Kind kind, int sent, Sink sink) {
        copy(state);
        at.actor(next, process, actor);
        if (sent != 0) {
            at.mailbox.append(next, sent);
        }
        sink.step(PackedWorld.label(kind, process), next);
    }
}
