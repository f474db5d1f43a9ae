package dev.codepurger.model.world;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What matters of one process. What it does of its own, at a time of its choosing (answer, die), is not a step of its own: it stays
 * undecided until the purger or the harness notices.
 *
 * @param in the code it refers to
 * @param paused handles no signal
 * @param suspended does nothing of its own
 * @param slow runs a dirty native call or has a low priority; noted only where CHECK-7 is relaxed, else it makes no difference
 * @param call the call it makes, null if none
 * @param ask what became of the running check's request
 * @param answer when its answer can be consumed
 * @param stale an answer of a session that has ended, still to be consumed
 * @param watch which of the purger's monitors is on it
 * @param down when that monitor's message can be consumed
 * @param life alive, perhaps killed by somebody unseen, dying (perhaps dead already) or dead
 * @param reasons with what reason it dies or died: bits by {@link Reason}
 * @param downSeen the harness has seen its death
 */
record Local(@Nullable Instance in, boolean paused, boolean suspended, boolean slow, @Nullable Call call, Ask ask, Window answer,
        Stale stale, Watch watch, Window down, Life life, int reasons, boolean downSeen) {

    enum Ask {
        /** There is none, or its answer has been consumed. */
        NONE,
        /** It is in the snapshot, and has been asked or will be (see {@link InFlight}). */
        LISTED,
        /** The same, or it has been asked and has answered false, and that has been consumed: nobody can tell. */
        PERHAPS,
        /** It has been asked. */
        ASKED,
        /** It has answered, and the answer has not been consumed. */
        TRUE, FALSE
    }

    enum Stale {
        NONE, TRUE, FALSE
    }

    enum Watch {
        NONE, KILL, TESTER, TESTER_LATE
    }

    enum Life {
        ALIVE,
        /** The same, as long as nobody else kills it, which cannot be seen. */
        MORTAL, DYING, DEAD
    }

    enum Reason {
        NORMAL(1, "normal"), KILLED(2, "killed"), UNDEF(4, "undef"), BADFUN(8, "badfun");

        private final int bit;
        private final String text;

        Reason(int bit, String text) {
            this.bit = bit;
            this.text = text;
        }

        int bit() {
            return bit;
        }

        String text() {
            return text;
        }
    }

    /**
     * A call under way.
     *
     * @param name null for the call a process was spawned on
     * @param module what is called, null for a fun
     * @param fun what is called, null for a module
     * @param blocked it waits for the end of a purge
     * @param resumed that purge has ended, and it has not gone on yet
     */
    record Call(@Nullable String name, @Nullable String module, @Nullable String fun, boolean blocked, boolean resumed) {
        /** One that has just begun. */
        Call(@Nullable String name, @Nullable String module, @Nullable String fun) {
            this(name, module, fun, false, false);
        }

        Call block() {
            return new Call(name, module, fun, true, false);
        }

        Call resume() {
            return new Call(name, module, fun, false, true);
        }
    }

    // Written out, for states are compared by the million and the generated methods are slow until they are compiled.
    @Override
    public int hashCode() {
        int hash = in == null ? 0 : in.hashCode();
        hash = 31 * hash + (paused ? 1 : 0) + (suspended ? 2 : 0) + (downSeen ? 4 : 0) + (slow ? 8 : 0) + (reasons << 4);
        // Names, for the order of processes follows from this hash and must be the same in every run.
        hash = 31 * hash + ask.name().hashCode();
        hash = 31 * hash + stale.name().hashCode();
        hash = 31 * hash + watch.name().hashCode();
        hash = 31 * hash + life.name().hashCode();
        hash = 31 * hash + answer.hashCode();
        hash = 31 * hash + down.hashCode();
        return call == null ? hash : 31 * hash + call.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Local l && ask == l.ask && watch == l.watch && life == l.life && reasons == l.reasons
                && paused == l.paused && suspended == l.suspended && slow == l.slow && downSeen == l.downSeen && stale == l.stale
                && Objects.equals(in, l.in) && answer.equals(l.answer) && down.equals(l.down) && Objects.equals(call, l.call));
    }

    static Local fresh(@Nullable Instance in) {
        return new Local(in, false, false, false, null, Ask.NONE, Window.ANY, Stale.NONE, Watch.NONE, Window.ANY, Life.ALIVE, 0, false);
    }

    boolean canDie(Reason reason) {
        return (reasons & reason.bit()) != 0;
    }

    /** Nothing is left to be told of it. */
    boolean forgotten() {
        return life == Life.DEAD && downSeen && ask == Ask.NONE && watch == Watch.NONE && stale == Stale.NONE;
    }

    /** Can it act of its own? */
    boolean acts() {
        return life != Life.DEAD && !paused && !suspended && call == null;
    }

    /** Does it refer to the old code of the module with this row of the table? */
    boolean refersToOld(String module, Module row) {
        return in != null && in.module().equals(module) && row.isOld(in);
    }

    Local in(@Nullable Instance now) {
        return new Local(now, paused, suspended, slow, call, ask, answer, stale, watch, down, life, reasons, downSeen);
    }

    Local paused(boolean now) {
        return new Local(in, now, suspended, slow, call, ask, answer, stale, watch, down, life, reasons, downSeen);
    }

    Local suspended(boolean now) {
        return new Local(in, paused, now, slow, call, ask, answer, stale, watch, down, life, reasons, downSeen);
    }

    Local slow(boolean now) {
        return new Local(in, paused, suspended, now, call, ask, answer, stale, watch, down, life, reasons, downSeen);
    }

    Local call(@Nullable Call now) {
        return new Local(in, paused, suspended, slow, now, ask, answer, stale, watch, down, life, reasons, downSeen);
    }

    Local ask(Ask now, Window when) {
        return new Local(in, paused, suspended, slow, call, now, when, stale, watch, down, life, reasons, downSeen);
    }

    Local stale(Stale now) {
        return new Local(in, paused, suspended, slow, call, ask, answer, now, watch, down, life, reasons, downSeen);
    }

    Local watch(Watch now, Window when) {
        return new Local(in, paused, suspended, slow, call, ask, answer, stale, now, when, life, reasons, downSeen);
    }

    /** The same of one whom somebody else may kill unseen. */
    Local mortal() {
        return life == Life.ALIVE ? life(Life.MORTAL) : this;
    }

    /** The same of one who is known to be alive now. */
    Local staying() {
        return life == Life.MORTAL ? life(Life.ALIVE) : this;
    }

    private Local life(Life now) {
        return new Local(in, paused, suspended, slow, call, ask, answer, stale, watch, down, now, reasons, downSeen);
    }

    Local dying(Reason reason) {
        return life == Life.DEAD ? this
                : new Local(in, paused, suspended, slow, call, ask, answer, stale, watch, down, Life.DYING, reasons | reason.bit(),
                        downSeen);
    }

    Local dead() {
        return life == Life.DEAD ? this
                : new Local(null, false, false, false, null, ask, answer, stale, watch, down, Life.DEAD, reasons, downSeen);
    }

    Local dead(Reason reason) {
        return new Local(null, false, false, false, null, ask, answer, stale, watch, down, Life.DEAD, reason.bit(), true);
    }

    /** After the message at {@code index} of the mailbox was taken. */
    Local taken(int index) {
        Window newAnswer = answer.taken(index);
        Window newDown = down.taken(index);
        return newAnswer.equals(answer) && newDown.equals(down) ? this
                : new Local(in, paused, suspended, slow, call, ask, newAnswer, stale, watch, newDown, life, reasons, downSeen);
    }
}
