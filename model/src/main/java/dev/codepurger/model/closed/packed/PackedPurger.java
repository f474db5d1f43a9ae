package dev.codepurger.model.closed.packed;

import static dev.codepurger.model.closed.packed.Layout.*;

import dev.codepurger.model.purger.Profile;

/** The steps of the purger on a packed state, which they change. What they do is said in {@code spec/tla/README.md}, under the same names. */
final class PackedPurger {

    private final Layout at;
    private final Alphabet alphabet;
    private final ActorBits bits;
    private final int killLimit;
    private final Profile profile;
    /** Who is asked in a check, if alive. */
    private final boolean[] local;

    PackedPurger(Layout layout, Profile profile, boolean[] local) {
        at = layout;
        alphabet = layout.alphabet;
        bits = layout.bits;
        killLimit = profile.killsAtOnce();
        this.profile = profile;
        this.local = local;
    }

    /** Takes its next step; false if there is none, and then the state is as before. */
    boolean step(long[] s) {
        switch (at.phase.number(s)) {
            case IDLE -> {
                return takeHead(s, false);
            }
            case CHECK -> {
                return takeHead(s, true);
            }
            case NEXT -> takeSaved(s);
            case FAILED -> prepareOnLoad(s);
            case PREPARED -> prepared(s);
            case STARTED -> {
                return takeWord(s, true);
            }
            case CHECKED -> checked(s);
            case CONTINUED -> {
                return takeWord(s, false);
            }
            case FINISH -> finish(s);
            case ANSWER -> answer(s);
            default -> {
                return false;
            }
        }
        return true;
    }

    // ------------------------------------------------------------------------------------------------------------ between phases

    private void go(long[] s, int phase, int work) {
        for (int word = 0; word < at.mailbox.first(); word++) {
            s[word] &= at.notCarried[word];
        }
        at.phase.set(s, phase);
        at.work.set(s, work);
    }

    private void next(long[] s) {
        go(s, at.saved.get(s) == 0 ? IDLE : NEXT, 0);
    }

    private void end(long[] s, int phase, int work, int ending, int result) {
        go(s, phase, work);
        at.ending.set(s, ending);
        at.result.set(s, result);
    }

    private void toAnswer(long[] s, int work, int result) {
        go(s, ANSWER, work);
        at.result.set(s, result);
    }

    // ------------------------------------------------------------------------------------------------------------ taking messages

    private boolean takeHead(long[] s, boolean checking) {
        if (at.mailbox.isEmpty(s)) {
            return false;
        }
        int message = at.mailbox.head(s);
        at.mailbox.removeAt(s, 0);
        if (checking) {
            inCheck(s, message);
        } else {
            handle(s, message);
        }
        return true;
    }

    private void takeSaved(long[] s) {
        long saved = at.saved.get(s);
        at.saved.set(s, at.requestLists.rest(saved));
        handle(s, at.requestLists.first(saved));
    }

    /** The first message that is the word of the tester, or its {@code DOWN}. */
    private boolean takeWord(long[] s, boolean started) {
        int work = at.work.number(s);
        int tester = alphabet.sender[work];
        int word = started ? alphabet.continues[work] : alphabet.completes[work];
        int size = at.mailbox.size(s);
        for (int i = 0; i < size; i++) {
            int message = at.mailbox.get(s, i);
            if (message != word && message != alphabet.down[tester]) {
                continue;
            }
            at.mailbox.removeAt(s, i);
            if (message == word) {
                demonitor(s, tester);
            }
            if (started) {
                afterStarted(s, work, message != word);
            } else {
                afterContinued(s, work, at.ending.number(s), at.result.number(s));
            }
            return true;
        }
        return false;
    }

    private void handle(long[] s, int message) {
        switch (alphabet.kind[message]) {
            case Alphabet.PURGE -> {
                boolean found = at.old.isSet(s);
                if (found) {
                    at.marked.set(s, true);
                }
                go(s, PREPARED, message);
                at.found.set(s, found);
            }
            case Alphabet.FINISH -> finishAfterOnLoad(s, message);
            default -> next(s);
        }
    }

    // ------------------------------------------------------------------------------------------------------------ on_load

    private void finishAfterOnLoad(long[] s, int work) {
        if (!at.pending.isSet(s)) {
            if (profile.finishRefusalAnswered()) {
                toAnswer(s, work, Results.ERROR);
            } else {
                go(s, DEAD, 0);
                at.saved.set(s, 0);
                at.kept.set(s, 0);
            }
        } else if (alphabet.keeps[work]) {
            if (at.current.isSet(s)) {
                at.old.set(s, at.current.get(s));
            }
            at.current.set(s, at.pending.get(s));
            at.pending.set(s, 0);
            toAnswer(s, work, Results.OK);
        } else {
            at.failed.set(s, true);
            go(s, FAILED, work);
        }
    }

    private void prepareOnLoad(long[] s) {
        at.aside.set(s, at.old.get(s));
        at.old.set(s, at.pending.get(s));
        at.pending.set(s, 0);
        at.failed.set(s, false);
        at.onLoadPurge.set(s, true);
        at.marked.set(s, true);
        go(s, PREPARED, at.work.number(s));
        at.found.set(s, true);
    }

    // ------------------------------------------------------------------------------------------------------------ before a check

    private void prepared(long[] s) {
        int work = at.work.number(s);
        if (alphabet.test[work]) {
            started(s, work);
        } else if (at.found.isSet(s)) {
            beginCheck(s, work, false);
        } else {
            toAnswer(s, work, noOldCode(work));
        }
    }

    private int noOldCode(int work) {
        return alphabet.hard[work] ? Results.NO_CODE : Results.GONE;
    }

    private void started(long[] s, int work) {
        if (hears(s, work, ActorBits.STARTED, alphabet.continues[work])) {
            afterStarted(s, work, false);
        } else {
            at.phase.set(s, STARTED);
        }
    }

    /** Tells the tester, monitors it, and uses up its word, if that is kept. */
    private boolean hears(long[] s, int work, int what, int word) {
        int tester = alphabet.sender[work];
        long actor = at.actor(s, tester);
        if (ActorBits.isAlive(actor)) {
            actor = ActorBits.heard(actor, what);
        }
        at.actor(s, tester, ActorBits.monitor(actor, ActorBits.TESTER));
        int kept = at.wordLists.indexOf(at.kept.get(s), word);
        if (kept < 0) {
            return false;
        }
        at.kept.set(s, at.wordLists.removeAt(at.kept.get(s), kept));
        demonitor(s, tester);
        return true;
    }

    private void demonitor(long[] s, int tester) {
        at.actor(s, tester, ActorBits.monitor(at.actor(s, tester), ActorBits.NO_MONITOR));
        at.mailbox.removeAll(s, alphabet.down[tester]);
    }

    private void afterStarted(long[] s, int work, boolean gone) {
        if (at.found.isSet(s)) {
            beginCheck(s, work, gone);
        } else if (gone) {
            afterContinued(s, work, NOTHING, noOldCode(work));
        } else {
            end(s, CHECKED, work, NOTHING, noOldCode(work));
        }
    }

    // ------------------------------------------------------------------------------------------------------------ a check

    private void beginCheck(long[] s, int work, boolean gone) {
        long snapshot = 0;
        for (int i = 0; i < at.processes; i++) {
            if (local[i] && ActorBits.isAlive(at.actor(s, i))) {
                snapshot |= 1L << i;
            }
        }
        go(s, CHECK, work);
        at.unasked.set(s, snapshot);
        at.gone.set(s, gone);
        if (!profile.limitsRequests()) {
            ask(s, snapshot);
        }
        endOfCheck(s);
    }

    /** How many of those who have still to be asked must be, in any order, before the step of the purger is over. */
    int askNow(long[] s) {
        long unasked = at.unasked.get(s);
        return unasked == 0 ? 0
                : Math.min(Long.bitCount(unasked),
                        Math.max(0, profile.requestsInFlight() - at.open.number(s) - Long.bitCount(at.victims.get(s))));
    }

    /** Asks those of a set. Whether the check has ended does not depend on it. */
    void ask(long[] s, long chosen) {
        for (long left = chosen; left != 0; left &= left - 1) {
            int process = Long.numberOfTrailingZeros(left);
            at.actor(s, process, bits.and(at.actor(s, process), ActorBits.CHECK));
        }
        at.unasked.set(s, at.unasked.get(s) & ~chosen);
        at.open.set(s, at.open.get(s) + Long.bitCount(chosen));
    }

    private void inCheck(long[] s, int message) {
        int sender = alphabet.sender[message];
        switch (alphabet.kind[message]) {
            case Alphabet.NO -> {
                at.open.set(s, at.open.get(s) - 1);
                endOfCheck(s);
            }
            case Alphabet.YES -> {
                at.open.set(s, at.open.get(s) - 1);
                if (alphabet.hard[at.work.number(s)]) {
                    scheduleKill(s, sender);
                    endOfCheck(s);
                } else {
                    checkResult(s, ABORT);
                }
            }
            case Alphabet.DOWN -> {
                if (((at.victims.get(s) >>> sender) & 1) != 0) {
                    at.victims.set(s, at.victims.get(s) & ~(1L << sender));
                    scheduleKillWaiting(s);
                    endOfCheck(s);
                }
            }
            case Alphabet.PURGE -> save(s, message);
            case Alphabet.FINISH -> {
                if (profile.finishSaved()) {
                    save(s, message);
                }
            }
            case Alphabet.WORD -> {
                if (profile.handshakeKept() && hasSession(s, alphabet.request[message])) {
                    at.kept.set(s, at.wordLists.append(at.kept.get(s), message));
                }
            }
            default -> {
                // a stale answer changes nothing
            }
        }
    }

    private void save(long[] s, int request) {
        at.saved.set(s, at.requestLists.append(at.saved.get(s), request));
    }

    private boolean hasSession(long[] s, int request) {
        return at.work.number(s) == request || at.requestLists.indexOf(at.saved.get(s), request) >= 0;
    }

    private void scheduleKill(long[] s, int victim) {
        if (Long.bitCount(at.victims.get(s)) < killLimit) {
            kill(s, victim);
        } else {
            at.waiting.set(s, at.processLists.push(at.waiting.get(s), victim + 1));
        }
    }

    private void scheduleKillWaiting(long[] s) {
        long waiting = at.waiting.get(s);
        if (waiting != 0) {
            at.waiting.set(s, at.processLists.rest(waiting));
            kill(s, at.processLists.first(waiting) - 1);
        }
    }

    private void kill(long[] s, int victim) {
        long actor = ActorBits.monitor(at.actor(s, victim), ActorBits.VICTIM);
        at.actor(s, victim, ActorBits.isAlive(actor) ? bits.and(actor, ActorBits.KILL) : actor);
        at.victims.set(s, at.victims.get(s) | (1L << victim));
        at.flag.set(s, true);
    }

    private void endOfCheck(long[] s) {
        if (at.open.get(s) == 0 && at.unasked.get(s) == 0 && at.victims.get(s) == 0 && at.waiting.get(s) == 0) {
            checkResult(s, COMPLETE);
        }
    }

    private void checkResult(long[] s, int ending) {
        int work = at.work.number(s);
        int result = result(s, work, ending);
        boolean waits = alphabet.test[work] && !at.gone.isSet(s);
        for (int i = 0; i < at.processes; i++) {
            if (local[i]) {
                at.actor(s, i, bits.stale(at.actor(s, i)));
            }
        }
        at.mailbox.replaceAll(s, alphabet.stale);
        end(s, waits ? CHECKED : FINISH, work, ending, result);
    }

    private int result(long[] s, int work, int ending) {
        if (alphabet.kind[work] == Alphabet.FINISH) {
            return Results.OK;
        }
        if (alphabet.hard[work]) {
            return at.flag.isSet(s) ? Results.KILLED : Results.PURGED;
        }
        return ending == COMPLETE ? Results.GONE : Results.REFUSED;
    }

    // ------------------------------------------------------------------------------------------------------------ after a check

    private void checked(long[] s) {
        int work = at.work.number(s);
        if (hears(s, work, ActorBits.CONTINUED, alphabet.completes[work])) {
            afterContinued(s, work, at.ending.number(s), at.result.number(s));
        } else {
            at.phase.set(s, CONTINUED);
        }
    }

    private void afterContinued(long[] s, int work, int ending, int result) {
        if (ending == NOTHING) {
            toAnswer(s, work, result);
        } else {
            end(s, FINISH, work, ending, result);
        }
    }

    private void finish(long[] s) {
        if (at.ending.number(s) == COMPLETE) {
            at.old.set(s, at.aside.get(s));
            at.aside.set(s, 0);
            at.onLoadPurge.set(s, false);
        }
        at.marked.set(s, false);
        for (int i = 0; i < at.processes; i++) {
            long actor = at.actor(s, i);
            if (ActorBits.call(actor) == ActorBits.SUSPENDED) {
                at.actor(s, i, ActorBits.call(actor, ActorBits.RESUMED));
            }
        }
        toAnswer(s, at.work.number(s), at.result.number(s));
    }

    private void answer(long[] s) {
        int work = at.work.number(s);
        int requester = alphabet.sender[work];
        // Of the dead nothing is left to be taken back.
        at.actor(s, requester, ActorBits.answered(at.actor(s, requester)));
        if (at.kept.get(s) != 0) {
            long kept = at.wordLists.without(at.kept.get(s), alphabet.continues[work]);
            at.kept.set(s, at.wordLists.without(kept, alphabet.completes[work]));
        }
        next(s);
    }
}
