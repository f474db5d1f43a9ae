package dev.codepurger.model.closed.packed;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configuration.Codes;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where what stands in a packed state of one configuration. Fields are as narrow as what can be in them, and none goes over the end of a word; the
 * mailbox has words of its own, at the end.
 */
final class Layout {

    /** Where the purger is. */
    static final int IDLE = 0;
    static final int NEXT = 1;
    static final int FAILED = 2;
    static final int PREPARED = 3;
    static final int STARTED = 4;
    static final int CHECK = 5;
    static final int CHECKED = 6;
    static final int CONTINUED = 7;
    static final int FINISH = 8;
    static final int ANSWER = 9;
    static final int DEAD = 10;

    /** How a check ended. */
    static final int COMPLETE = 1;
    static final int ABORT = 2;
    static final int NOTHING = 3;

    private static final ImmutableSet<Freedom> FREEDOMS = ImmutableSet.of(Freedom.DIE, Freedom.LEAVE, Freedom.CALL, Freedom.EAGER);

    final Alphabet alphabet;
    final int processes;

    final Lists requestLists;
    final Lists wordLists;
    final Lists processLists;

    final Field phase;
    final Field work;
    final Field found;
    final Field open;
    final Field unasked;
    final Field victims;
    final Field waiting;
    final Field flag;
    final Field gone;
    final Field ending;
    final Field result;
    final Field saved;
    final Field kept;
    final Field current;
    final Field old;
    final Field pending;
    final Field aside;
    final Field failed;
    final Field onLoadPurge;
    final Field marked;
    final Field loads;
    final ActorBits bits;
    final Field[] actors;
    final Mailbox mailbox;
    /** The version that is newest when no more may be loaded. */
    final int newest;
    /** Of each word: the bits that are not of what the purger carries from one step to the next, but for what it has put away. */
    final long[] notCarried;

    private int word;
    private int used;

    Layout(Configuration configuration) {
        if (!canPack(configuration)) {
            throw new IllegalArgumentException(configuration.name() + " allows what packed worlds do not have");
        }
        alphabet = new Alphabet(configuration);
        processes = configuration.processes().size();
        int locals = (int) configuration.processes().stream().filter(plan -> plan.place() != Place.REMOTE).count();
        int tests = count(configuration, Ask.TEST_PURGE) + count(configuration, Ask.TEST_SOFT_PURGE);
        int softs = count(configuration, Ask.SOFT_PURGE) + count(configuration, Ask.TEST_SOFT_PURGE);
        int version = width(3 + configuration.loads());
        requestLists = new Lists(width(alphabet.requests));
        wordLists = new Lists(width(alphabet.size() - 1));
        processLists = new Lists(width(processes));

        phase = field(width(DEAD));
        work = field(requestLists.width());
        found = field(1);
        open = field(width(locals));
        unasked = field(processes);
        victims = field(processes);
        flag = field(1);
        gone = field(1);
        ending = field(width(NOTHING));
        result = field(width(Results.LAST));
        waiting = field(processLists.width() * locals);
        current = field(version);
        old = field(version);
        pending = field(version);
        aside = field(version);
        failed = field(1);
        onLoadPurge = field(1);
        marked = field(1);
        loads = field(width(configuration.loads()));
        // Who asks waits for the answer, so one request of each is saved at most; of those that died, one more.
        saved = field(requestLists.width() * alphabet.requests);
        kept = field(wordLists.width() * 2 * tests);
        int program = configuration.processes().stream().mapToInt(plan -> plan.requests().size()).max().orElse(0);
        bits = new ActorBits(version, width(program));
        // A check that nobody aborts ends when all have answered it, so only soft ones leave requests behind.
        int signals = softs + 2;
        actors = new Field[processes];
        for (int i = 0; i < processes; i++) {
            actors[i] = field(bits.width(configuration.processes().get(i).place() == Place.REMOTE ? 0 : signals));
        }
        int answers = locals * (softs + 1);
        mailbox = Mailbox.of(word + 1, answers + processes + alphabet.requests + 2 * tests, wordLists.width());
        Codes codes = configuration.codes();
        newest = configuration.loads() + (int) Stream.of(codes.old(), codes.current(), codes.pending()).filter(there -> there).count();
        notCarried = new long[words()];
        Arrays.fill(notCarried, -1);
        for (Field one : new Field[]{phase, work, found, open, unasked, victims, waiting, flag, gone, ending, result}) {
            notCarried[one.word()] &= ~(one.mask() << one.shift());
        }
    }

    /** Does it allow nothing but what there is in packed worlds? */
    static boolean canPack(Configuration configuration) {
        return configuration.loads() >= 0
                && configuration.processes().stream().allMatch(plan -> FREEDOMS.containsAll(plan.freedoms()));
    }

    private static int count(Configuration configuration, Ask ask) {
        return (int) configuration.processes().stream().map(Plan::requests).flatMap(List::stream).filter(one -> one == ask).count();
    }

    private static int width(int largest) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
    }

    private Field field(int width) {
        if (width > Long.SIZE) {
            throw new IllegalArgumentException("the configuration is too large to be packed: " + width + " bits in one field");
        }
        if (used + width > Long.SIZE) {
            word++;
            used = 0;
        }
        Field field = new Field(word, width == 0 ? 0 : used, width == Long.SIZE ? -1 : (1L << width) - 1);
        used += width;
        return field;
    }

    int words() {
        return mailbox.first() + mailbox.words();
    }

    long actor(long[] state, int process) {
        return actors[process].get(state);
    }

    void actor(long[] state, int process, long actor) {
        actors[process].set(state, actor);
    }
}
