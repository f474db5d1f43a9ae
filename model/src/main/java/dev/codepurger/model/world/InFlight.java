package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Whom the purger has asked, where it does not ask all at once. It asks in the order of its snapshot, which nobody knows: any process that was
 * listed may be the next. So who it was is left open until somebody can tell. Those with a place of their own are {@link Local.Ask#ASKED},
 * or have answered; the rest of the open requests are <em>free</em>: each is on its way to one of those that are {@link Local.Ask#LISTED}, or has
 * been answered with {@code false} and made room for the next. It shows when all is quiet: then a free request can only be on its way to somebody
 * who is paused, or its answer waits for a purger that is held.
 */
final class InFlight {

    private InFlight() {}

    /** The open requests of which it is open who got them. */
    static int free(Phase phase, Iterable<Group> groups) {
        if (!(phase instanceof Phase.Check check)) {
            return 0;
        }
        int listed = 0;
        for (Group group : groups) {
            listed += isListed(group.local()) ? group.count() : 0;
        }
        if (listed == 0) {
            return 0;
        }
        int placed = placed(groups);
        int lost = Math.max(0, check.unanswered() - placed - listed);
        return Math.min(listed, Math.max(0, check.open() - placed - lost));
    }

    static int free(Draft draft) {
        return free(draft.phase, draft.groups);
    }

    static boolean isListed(Local local) {
        return local.ask() == Local.Ask.LISTED || local.ask() == Local.Ask.PERHAPS;
    }

    /** The one form of what nobody can tell apart. Where everybody has been asked, it is the same as if all had been asked at once. */
    static void settle(Draft draft) {
        if (draft.settings.effects() || !(draft.phase instanceof Phase.Check check)
                || draft.groups.stream().noneMatch(group -> isListed(group.local()))) {
            return;
        }
        if (check.left() == 0) {
            draft.changeAll(local -> isListed(local) ? local.ask(Local.Ask.ASKED, local.answer()) : local);
            return;
        }
        boolean room = free(draft) > 0;
        String module = check.work().module();
        draft.changeAll(local -> {
            boolean answersFalse = local.life() == Local.Life.DEAD || (room && !local.paused() && !draft.refers(local, module));
            return local.ask() == Local.Ask.LISTED && answersFalse && local.answer().canBeNext()
                    ? local.ask(Local.Ask.PERHAPS, Window.ANY) : local;
        });
    }

    /** Whoever has certainly not been asked yet answers behind a message that comes now. */
    static void appended(Draft draft) {
        boolean someLeft = draft.phase instanceof Phase.Check check && check.left() > 0;
        if (someLeft && free(draft) == 0) {
            Window behind = Window.after(draft.mailbox.size());
            draft.changeAll(local -> local.ask() == Local.Ask.LISTED ? local.ask(Local.Ask.LISTED, behind) : local);
        }
    }

    /** Asks some of those that are listed, whoever it may be. */
    static void request(Draft draft, int count) {
        ask(draft, choose(draft, List.copyOf(draft.groups), count));
    }

    private static void ask(Draft draft, List<Group> groups) {
        Window now = Window.after(draft.mailbox.size());
        groups.forEach(group -> draft.changeSome(group.pid(), group.local(), group.local().ask(Local.Ask.ASKED, now), group.count()));
    }

    /** The same where the effects show who was asked: then it is open until they do, unless it is everybody. */
    static void requestAndShow(Draft draft, int count) {
        List<Group> listed = draft.groups.stream().filter(group -> isListed(group.local())).toList();
        ImmutableSet<Effect> requests = listed.stream().map(group -> new Effect.Requested(group.pid().name()))
                .collect(ImmutableSet.toImmutableSet());
        if (count >= requests.size()) {
            ask(draft, listed);
            draft.showAll(requests);
        } else {
            // Whoever is asked later answers behind these messages too.
            Window now = Window.after(draft.mailbox.size());
            draft.changeAll(local -> isListed(local) ? local.ask(Local.Ask.LISTED, now) : local);
            draft.due(new Due(requests, count));
        }
    }

    /** It has been shown that this process was asked. False if others have answered and cannot have been asked any more. */
    static boolean requested(Draft draft, String process, Due due) {
        if (!(draft.phase instanceof Phase.Check)) {
            return true;
        }
        int answered = 0;
        for (Group group : List.copyOf(draft.groups)) {
            Local local = group.local();
            if (isListed(local) && group.pid().name().equals(process)) {
                draft.change(group.pid(), local, local.ask(Local.Ask.ASKED, local.answer()));
            } else if (local.ask() != Local.Ask.NONE && !isListed(local) && !group.pid().name().equals(process)
                    && due.contains(new Effect.Requested(group.pid().name()))) {
                answered++;
            }
        }
        return answered < due.count();
    }

    private static int placed(Iterable<Group> groups) {
        int placed = 0;
        for (Group group : groups) {
            placed += group.local().ask() == Local.Ask.NONE || isListed(group.local()) ? 0 : group.count();
        }
        return placed;
    }

    /** Can all requests of which it is open who got them have gone to processes that are paused? */
    static boolean canBeStuck(World world) {
        int free = free(world.phase, world.groups);
        int paused = world.groups.stream().filter(group -> isListed(group.local()) && group.local().paused()).mapToInt(Group::count).sum();
        return free > 0 && paused >= free;
    }

    /** All is quiet: who got the free requests? */
    static void decide(Draft draft) {
        int free = free(draft);
        if (free == 0 || !(draft.phase instanceof Phase.Check check)) {
            return;
        }
        List<Group> candidates = new ArrayList<>();
        int perhaps = 0;
        for (Group group : draft.groups) {
            if (isListed(group.local()) && (draft.held || group.local().paused())) {
                candidates.add(group);
            }
            perhaps += group.local().ask() == Local.Ask.PERHAPS ? group.count() : 0;
        }
        int count = candidates.stream().mapToInt(Group::count).sum();
        if (count >= free) {
            place(draft, choose(draft, candidates, free));
            return;
        }
        // There is room, so nobody is left to be asked: all others have answered.
        place(draft, candidates);
        draft.phase = check.answeredFalse(perhaps);
        draft.changeAll(local -> local.ask() == Local.Ask.PERHAPS ? local.ask(Local.Ask.NONE, Window.ANY) : local);
    }

    private static void place(Draft draft, List<Group> groups) {
        groups.forEach(group -> draft.changeSome(group.pid(), group.local(), group.local().ask(Local.Ask.ASKED, group.local().answer()),
                group.count()));
    }

    /** {@code count} of these groups' listed processes; which of them is a choice. */
    private static List<Group> choose(Draft draft, List<Group> groups, int count) {
        List<Group> listed = groups.stream().filter(group -> isListed(group.local())).toList();
        int others = listed.stream().mapToInt(Group::count).sum();
        int wanted = Math.min(count, others);
        List<Group> chosen = new ArrayList<>();
        for (Group group : listed) {
            others -= group.count();
            List<Integer> numbers = new ArrayList<>();
            for (int n = Math.max(0, wanted - others); n <= Math.min(wanted, group.count()); n++) {
                numbers.add(n);
            }
            int taken = draft.rules.branching().pick(numbers);
            if (taken > 0) {
                chosen.add(new Group(group.pid(), group.local(), taken));
            }
            wanted -= taken;
        }
        return chosen;
    }
}
