package dev.codepurger.model.purger;

import com.google.common.collect.ImmutableList;
import java.util.Collections;

/**
 * The kills of one check: the {@code cpc_kill} record of L173-176.
 *
 * @param outstanding killed, {@code DOWN} not yet received; as a sorted bag, for their order means nothing
 * @param waiting answered true, not yet killed; the first is the next (a stack)
 * @param killed has a kill been issued
 */
public record KillState(ImmutableList<Pid> outstanding, ImmutableList<Pid> waiting, boolean killed) {

    /** Nobody killed, nobody waiting. */
    public static final KillState NONE = new KillState(ImmutableList.of(), ImmutableList.of(), false);

    /** One more kill has been issued, which sets the flag (L256-258, L266-268). */
    KillState killing(Pid process) {
        return new KillState(insertSorted(outstanding, process), waiting, true);
    }

    KillState waitingFirst(Pid process) {
        return new KillState(outstanding, insert(waiting, 0, process), killed);
    }

    KillState without(Pid dead) {
        return new KillState(remove(outstanding, dead), waiting, killed);
    }

    KillState notWaiting(Pid victim) {
        return new KillState(outstanding, remove(waiting, victim), killed);
    }

    /** The same where the waiting victim at {@code index} goes by another pid. */
    public KillState renameWaiting(int index, Pid now) {
        return new KillState(outstanding, ImmutableList.<Pid>builder().addAll(waiting.subList(0, index)).add(now)
                .addAll(waiting.subList(index + 1, waiting.size())).build(), killed);
    }

    /** The same where one killed process goes by another pid. */
    public KillState renameOutstanding(Pid before, Pid now) {
        return new KillState(insertSorted(remove(outstanding, before), now), waiting, killed);
    }

    /** The same where a process goes by another pid wherever it stands. */
    public KillState rename(Pid before, Pid now) {
        KillState renamed = outstanding.contains(before) ? renameOutstanding(before, now) : this;
        int at = renamed.waiting.indexOf(before);
        return at < 0 ? renamed : renamed.renameWaiting(at, now);
    }

    private static ImmutableList<Pid> insertSorted(ImmutableList<Pid> list, Pid pid) {
        int at = Collections.binarySearch(list, pid);
        return insert(list, at < 0 ? -at - 1 : at, pid);
    }

    private static ImmutableList<Pid> insert(ImmutableList<Pid> list, int index, Pid pid) {
        return ImmutableList.<Pid>builderWithExpectedSize(list.size() + 1).addAll(list.subList(0, index)).add(pid)
                .addAll(list.subList(index, list.size())).build();
    }

    private static ImmutableList<Pid> remove(ImmutableList<Pid> list, Pid pid) {
        int at = list.indexOf(pid);
        return ImmutableList.<Pid>builderWithExpectedSize(list.size() - 1).addAll(list.subList(0, at))
                .addAll(list.subList(at + 1, list.size()))
                .build();
    }
}
