package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.*;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Purger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The steps of the purger: what it does of its own, and every message that could be the next it consumes. */
final class PurgerSteps {

    private final World world;
    private final Settings settings;
    private final @Nullable Effect wanted;
    private final boolean stuck;
    private final List<World> found = new ArrayList<>();

    private PurgerSteps(World world, Settings settings, @Nullable Effect wanted, boolean stuck) {
        this.stuck = stuck;
        this.world = world;
        this.settings = settings;
        this.wanted = wanted;
    }

    /** All steps. */
    static List<World> of(World world, Settings settings) {
        return of(world, settings, null);
    }

    /**
     * All steps, or fewer.
     *
     * @param wanted if this must be the next effect: steps that show another may be left out; null if not
     */
    static List<World> of(World world, Settings settings, @Nullable Effect wanted) {
        PurgerSteps steps = new PurgerSteps(world, settings, wanted, false);
        steps.collect();
        return steps.found;
    }

    /**
     * The first of the steps of a check in which it makes no difference which is the first: a request is put away, then somebody's death is heard
     * of, then one who refers to the code answers, then everybody else.
     */
    static List<World> firstOfCheck(World world, Settings settings) {
        PurgerSteps steps = new PurgerSteps(world, settings, null, false);
        steps.collectFirst((Phase.Check) world.phase);
        return steps.found;
    }

    /** Is there a step though all requests of which it is open who got them have gone to processes that are paused? */
    static boolean anyWhenStuck(World world, Settings settings) {
        PurgerSteps steps = new PurgerSteps(world, settings, null, true);
        steps.collect();
        return !steps.found.isEmpty();
    }

    private int free() {
        return stuck ? 0 : InFlight.free(world.phase, world.groups);
    }

    private void collectFirst(Phase.Check check) {
        int free = free();
        if (!world.mailbox.isEmpty()) {
            step((draft, node, purger) -> purger.receive(check, draft.take(0)));
            return;
        }
        for (Group group : world.groups) {
            Local local = group.local();
            if (local.watch() == Local.Watch.KILL && local.down().canBeNext() && Deaths.possible(local)) {
                receiveDown(group);
                return;
            }
        }
        for (Group group : world.groups) {
            if (Answers.isReady(group.local(), free) && Answers.canBeTrue(world, group.local(), check.work().module())) {
                receiveAnswers(group, check.work().module());
                return;
            }
        }
        receiveInCheck(check);
    }

    private void collect() {
        switch (world.phase) {
            case Phase.WaitForRequest p -> receiveHead();
            case Phase.CheckRequests p -> proceed();
            case Phase.OnLoadFailed p -> proceed();
            case Phase.Prepared p -> {
                if (!(world.stall == Stall.STALLED && p.old())) {
                    proceed();
                }
            }
            case Phase.Started p -> receiveInHandshake(p.work(), new Message.Continue(p.work().ref()));
            case Phase.Check p -> receiveInCheck(p);
            case Phase.Checked p -> proceed();
            case Phase.Continued p -> receiveInHandshake(p.work(), new Message.Complete(p.work().ref()));
            case Phase.Finish p -> proceed();
            case Phase.Answer p -> proceed();
            case Phase.Hung p -> {
                // nothing any more
            }
            case Phase.Terminated p -> {
                // nothing any more
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------ one step

    private interface Action {
        /** The next phase, null if the message stays where it is. */
        @Nullable Phase apply(Draft draft, WorldNode node, Purger purger);
    }

    private void step(Action action) {
        found.addAll(Step.<World>some(world, settings, draft -> {
            WorldNode node = new WorldNode(draft);
            Phase next = action.apply(draft, node, new Purger(settings.profile(), node, draft.rules));
            if (next == null) {
                return null;
            }
            if (draft.stall == Stall.LATE) {
                // Only with a prepare under way can it be late.
                draft.stall = Stall.STALLED;
            }
            Sessions.enter(draft, node.suicide ? new Phase.Terminated("killed") : next);
            return draft.freeze();
        }));
    }

    private void proceed() {
        step((draft, node, purger) -> purger.proceed(world.phase));
    }

    private void receiveHead() {
        if (!world.held && !world.mailbox.isEmpty()) {
            int last = settings.relaxes(DISPATCH_3) ? world.mailbox.size() : 1;
            for (int i = 0; i < last; i++) {
                int index = i;
                step((draft, node, purger) -> purger.receive(world.phase, draft.take(index)));
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------ handshakes

    private void receiveInHandshake(Message.TestPurge work, Message wanted) {
        if (world.held) {
            return;
        }
        Pid tester = work.from();
        Local local = world.locals(tester).stream().findFirst().orElse(null);
        int match = world.mailbox.indexOf(wanted);
        if (local != null && isWatched(local) && Deaths.possible(local) && (match < 0 || local.down().after() <= match)) {
            step((draft, node, purger) -> {
                Deaths.dieUnwatched(draft, tester, local);
                return purger.receive(world.phase, new Message.Down(tester, true, local.watch() == Local.Watch.TESTER_LATE));
            });
        }
        if (local != null && Calls.isBlocked(local) && settings.relaxes(LAMBDA_10)) {
            step((draft, node, purger) -> purger.receive(world.phase, wanted));
        }
        boolean downFirst = local != null && isWatched(local) && local.down().before() <= match;
        boolean loose = settings.relaxesAny(HANDSHAKE_6, HANDSHAKE_7, HANDSHAKE_17);
        if ((match >= 0 && !downFirst) || loose) {
            step((draft, node, purger) -> receiveFirstMatch(draft, purger));
        }
    }

    private static boolean isWatched(Local local) {
        return local.watch() == Local.Watch.TESTER || local.watch() == Local.Watch.TESTER_LATE;
    }

    private @Nullable Phase receiveFirstMatch(Draft draft, Purger purger) {
        for (int i = 0; i < world.mailbox.size(); i++) {
            Phase next = purger.receive(world.phase, world.mailbox.get(i));
            if (next != null) {
                draft.take(i);
                return next;
            }
        }
        return null;
    }

    // ------------------------------------------------------------------------------------------------------------ checks

    private void receiveInCheck(Phase.Check check) {
        if (world.held) {
            return;
        }
        String module = check.work().module();
        boolean headIsFree = true;
        int falses = 0;
        int free = free();
        for (Group group : world.groups) {
            Local local = group.local();
            headIsFree &= !Draft.mustPrecedeHead(local);
            if (Answers.isReady(local, free) && mayShowAnswer(group.pid())) {
                int alike = receiveAnswers(group, module);
                falses += alike;
                if (alike > 0 && check.left() > 0 && !InFlight.isListed(local) && !settings.answersOneByOne()) {
                    // It makes room for somebody else.
                    step((draft, node, purger) -> answer(draft, node, purger, group.pid(), local, false));
                }
            }
            if (local.watch() == Local.Watch.KILL && local.down().canBeNext() && Deaths.possible(local)) {
                receiveDown(group);
            }
            receiveStale(group);
        }
        boolean killing = !check.kill().outstanding().isEmpty() || !check.kill().waiting().isEmpty();
        if (falses > 0 && !settings.answersOneByOne()) {
            if (falses >= check.unanswered() && !killing) {
                step((draft, node, purger) -> receiveAllFalse(draft, purger, module, false));
            } else if (!headIsFree) {
                step((draft, node, purger) -> receiveAllFalse(draft, purger, module, true));
            }
        }
        if (headIsFree && !world.mailbox.isEmpty()) {
            step((draft, node, purger) -> purger.receive(check, draft.take(0)));
        }
    }

    /** Each answer that is consumed shows itself, so that those of all others need not be tried. */
    private boolean mayShowAnswer(Pid pid) {
        return wanted == null || settings.counted() || !settings.relaxed().isEmpty()
                || (wanted instanceof Effect.Answered answered && answered.process().equals(pid.name()));
    }

    /** Adds the steps for answers that matter; returns how many there are that do not. */
    private int receiveAnswers(Group group, String module) {
        Local local = group.local();
        boolean odd = (local.suspended() || local.slow()) && settings.relaxes(CHECK_7);
        if (odd || (settings.relaxes(LIVE_5) && !Losses.ofAnswers(world))) {
            step((draft, node, purger) -> {
                draft.change(group.pid(), local, local.ask(Local.Ask.NONE, Window.ANY));
                return world.phase;
            });
        }
        if (odd) {
            step((draft, node, purger) -> answer(draft, node, purger, group.pid(), local, true));
            step((draft, node, purger) -> answer(draft, node, purger, group.pid(), local, false));
        }
        boolean canBeTrue = Answers.canBeTrue(world, local, module);
        if (canBeTrue) {
            step((draft, node, purger) -> answer(draft, node, purger, group.pid(), local, true));
            if (Answers.canBeFalse(world, local, module)) {
                step((draft, node, purger) -> {
                    Local dead = Deaths.dieUnanswered(draft, group.pid(), local);
                    return answer(draft, node, purger, group.pid(), dead, false);
                });
            }
            return 0;
        }
        if (settings.answersOneByOne()) {
            step((draft, node, purger) -> answer(draft, node, purger, group.pid(), local, false));
            if (settings.relaxes(CHECK_2)) {
                // The answer counts, and still it is awaited.
                step((draft, node, purger) -> purger.receive(world.phase,
                        new Message.CheckReply(Message.Tag.CURRENT, group.pid(), false)));
            }
        }
        return group.count();
    }

    private @Nullable Phase answer(Draft draft, WorldNode node, Purger purger, Pid pid, Local local, boolean refers) {
        Local told = draft.change(pid, local, local.ask(Local.Ask.NONE, Window.ANY));
        if (!told.forgotten()) {
            node.focus(pid, told);
        }
        return purger.receive(world.phase, new Message.CheckReply(Message.Tag.CURRENT, pid, refers));
    }

    private @Nullable Phase receiveAllFalse(Draft draft, Purger purger, String module, boolean onlyThoseBeforeHead) {
        Phase phase = world.phase;
        int free = free();
        for (Group group : world.groups) {
            Local local = group.local();
            boolean meant = Answers.isReady(local, free) && !Answers.canBeTrue(world, local, module)
                    && (!onlyThoseBeforeHead || local.answer().mustPrecedeHead());
            int counted = meant ? countFalse(draft, phase, group) : 0;
            if (counted > 0 && phase instanceof Phase.Check check) {
                phase = check.answeredFalse(counted);
            }
            for (int i = counted; meant && i < group.count() && phase instanceof Phase.Check; i++) {
                draft.change(group.pid(), local, local.ask(Local.Ask.NONE, Window.ANY));
                phase = Objects.requireNonNull(purger.receive(phase, new Message.CheckReply(Message.Tag.CURRENT, group.pid(), false)));
            }
        }
        return phase;
    }

    /**
     * Takes the answers of those of a crowd after whom the check goes on in any case: each of them makes one fewer to wait for, and nothing else,
     * so a crowd of thousands costs no more than one of two.
     */
    private int countFalse(Draft draft, Phase phase, Group group) {
        if (!settings.relaxed().isEmpty() || !(phase instanceof Phase.Check check) || check.unanswered() <= 1) {
            return 0;
        }
        int counted = Math.min(group.count(), check.unanswered() - 1);
        Local local = group.local();
        draft.changeSome(group.pid(), local, local.ask(Local.Ask.NONE, Window.ANY), counted);
        return counted;
    }

    private void receiveDown(Group group) {
        step((draft, node, purger) -> {
            Deaths.dieUnwatched(draft, group.pid(), group.local());
            return purger.receive(world.phase, new Message.Down(group.pid(), true, false));
        });
        if (settings.relaxes(LIVE_5) && !Losses.ofDowns(world)) {
            step((draft, node, purger) -> {
                Deaths.dieUnwatched(draft, group.pid(), group.local());
                return world.phase;
            });
        }
    }

    /** Stale answers change nothing, so they are looked at only where the rule that says so is relaxed, and may be thrown away even then. */
    private void receiveStale(Group group) {
        Local local = group.local();
        if (settings.relaxes(CHECK_3) && local.stale() != Local.Stale.NONE && !local.paused()) {
            step((draft, node, purger) -> {
                draft.change(group.pid(), local, local.stale(Local.Stale.NONE));
                return world.phase;
            });
            step((draft, node, purger) -> {
                Local told = draft.change(group.pid(), local, local.stale(Local.Stale.NONE));
                if (local.ask() == Local.Ask.NONE && local.watch() == Local.Watch.NONE && !told.forgotten()) {
                    node.focus(group.pid(), told);
                }
                return purger.receive(world.phase,
                        new Message.CheckReply(Message.Tag.STALE, group.pid(), local.stale() == Local.Stale.TRUE));
            });
        }
    }
}
