package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.lts.Branching;
import dev.codepurger.model.purger.Choices;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Node;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Purger;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Module;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A closed world while one step of the purger changes it: the node that the purger acts on. */
final class ClosedDraft implements Node, Choices {

    /** The module. There is one. */
    static final String MODULE = "m";

    private final Configuration configuration;
    private final Profile profile;
    private final Set<Rule> relaxed;
    private final ClosedState before;
    private final Branching branching;
    private final List<Actor> actors;
    private Module module;
    private ImmutableList<Message> mailbox;
    private ImmutableSet<Pid> unasked;

    /** What others get of the step. */
    final List<Move.Effect> effects = new ArrayList<>();
    /** What the step leads to, null if it cannot be taken. */
    @Nullable Phase next;

    ClosedDraft(Configuration configuration, Profile profile, Set<Rule> relaxed, ClosedState before, Branching branching) {
        this.configuration = configuration;
        this.profile = profile;
        this.relaxed = relaxed;
        this.before = before;
        this.branching = branching;
        actors = new ArrayList<>(before.actors());
        module = before.module();
        mailbox = before.mailbox();
        unasked = before.unasked();
    }

    Purger purger() {
        return new Purger(profile, this, this);
    }

    @Override
    public <T> T choose(Rule rule, T normal, Supplier<List<T>> others) {
        if (!relaxed.contains(rule)) {
            return normal;
        }
        List<T> all = new ArrayList<>(List.of(normal));
        all.addAll(others.get());
        return branching.pick(all);
    }

    Message take(int index) {
        Message taken = mailbox.get(index);
        mailbox = ImmutableList.<Message>builder().addAll(mailbox.subList(0, index)).addAll(mailbox.subList(index + 1, mailbox.size()))
                .build();
        return taken;
    }

    ClosedState freeze() {
        Phase phase = Objects.requireNonNull(next);
        if (before.phase() instanceof Phase.Check && !(phase instanceof Phase.Check)) {
            makeStale();
            unasked = ImmutableSet.of();
        }
        return new ClosedState(module, phase, mailbox, ImmutableList.copyOf(actors), before.loads(), unasked);
    }

    /** The check has ended: whatever of it is still on its way carries a tag that no check has any more. */
    private void makeStale() {
        actors.replaceAll(actor -> actor.inbox().contains(Signal.CHECK)
                ? actor.inbox(actor.inbox().stream().map(signal -> signal == Signal.CHECK ? Signal.STALE_CHECK : signal)
                        .collect(ImmutableList.toImmutableList()))
                : actor);
        mailbox = mailbox.stream()
                .map(message -> message instanceof Message.CheckReply(Tag tag, Pid process, boolean refers)
                        ? new Message.CheckReply(Tag.STALE, process, refers)
                        : message)
                .collect(ImmutableList.toImmutableList());
    }

    private void module(String what, Module now) {
        effects.add(new Move.Effect("purger", what));
        module = now;
    }

    private void tell(Pid process, String what, UnaryOperator<Actor> change) {
        effects.add(new Move.Effect(process.name(), what));
        if (actor(process).alive()) {
            change(process, change);
        }
    }

    private void change(Pid process, UnaryOperator<Actor> change) {
        actors.set(process.number() - 1, change.apply(actor(process)));
    }

    private Actor actor(Pid process) {
        return actors.get(process.number() - 1);
    }

    // ------------------------------------------------------------------------------------------------------------ the module

    @Override
    public boolean prepare(String name) {
        boolean old = module.old() != null;
        module("prepare: " + (old ? "there is old code" : "no old code"), old && obeyed(PURGE_2) ? module.prepare() : module);
        return old;
    }

    @Override
    public boolean prepareOnLoad(String name) {
        if (!module.failed()) {
            return false;
        }
        Module prepared = module.prepareOnLoad();
        module("prepare_on_load", choose(ONLOAD_4, prepared, prepared::notSparingAside));
        return true;
    }

    @Override
    public boolean finishAfterOnLoad(String name, boolean keep) {
        if (module.pending() == null || module.failed()) {
            return false;
        }
        module(keep ? "the pending code is current now" : "the pending code has failed", keep ? module.keepOnLoad() : module.failOnLoad());
        return true;
    }

    @Override
    public void complete(String name) {
        module("complete", module.complete());
        resumeCallers();
    }

    @Override
    public void abort(String name) {
        module("abort", obeyed(MODULE_6) ? module.abort() : module.complete());
        resumeCallers();
    }

    private void resumeCallers() {
        if (obeyed(LAMBDA_9) && obeyed(LIVE_2)) {
            actors.replaceAll(actor -> actor.call() == Call.SUSPENDED ? actor.call(Call.RESUMED) : actor);
        }
    }

    // ------------------------------------------------------------------------------------------------------------ processes

    @Override
    public int requestAll(String name) {
        ImmutableSet<Pid> snapshot = snapshot();
        snapshot.forEach(this::ask);
        return snapshot.size();
    }

    @Override
    public int listAll(String name) {
        unasked = snapshot();
        return unasked.size();
    }

    /** Whoever they are: there is no order that processes are asked in. */
    @Override
    public void request(int count) {
        Set<Pid> next = branching.pick(ImmutableList.copyOf(Sets.combinations(unasked, count)));
        next.forEach(this::ask);
        unasked = ImmutableSet.copyOf(Sets.difference(unasked, next));
    }

    private ImmutableSet<Pid> snapshot() {
        return IntStream.range(0, actors.size())
                .filter(i -> actors.get(i).alive() && configuration.processes().get(i).place() != Plan.Place.REMOTE)
                .mapToObj(i -> ActorSteps.pid(configuration, i)).collect(ImmutableSet.toImmutableSet());
    }

    /** Also somebody who has died since the snapshot: the node answers for the dead. */
    private void ask(Pid process) {
        change(process, actor -> actor.and(Signal.CHECK));
        effects.add(new Move.Effect(process.name(), "check?"));
    }

    @Override
    public void monitor(Pid process) {
        change(process, actor -> actor.monitor(Monitor.VICTIM));
    }

    @Override
    public void kill(Pid process) {
        boolean works = obeyed(KILL_8);
        tell(process, "kill", actor -> works ? actor.and(Signal.KILL) : actor);
    }

    @Override
    public void monitorTester(Pid tester) {
        change(tester, actor -> actor.monitor(Monitor.TESTER));
    }

    @Override
    public void demonitorTester(Pid tester) {
        change(tester, actor -> actor.monitor(Monitor.NONE));
        mailbox = mailbox.stream().filter(message -> !message.equals(new Message.Down(tester, true, false)))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public void started(Pid tester, String ref) {
        tell(tester, "started", actor -> actor.heard(Heard.STARTED));
    }

    @Override
    public void continued(Pid tester, String ref) {
        tell(tester, "continued", actor -> actor.heard(Heard.CONTINUED));
    }

    @Override
    public void reply(Message.Request request, Result result) {
        tell(request.from(), Describe.reply(request, result), Actor::answered);
    }

    // ------------------------------------------------------------------------------------------------------------ seen by nobody

    @Override
    public void saved(Message message) {
        effects.add(new Move.Effect("purger", "saves " + Describe.message(message)));
    }

    @Override
    public void dropped(Message message) {
        effects.add(new Move.Effect("purger", "drops " + Describe.message(message)));
    }

    @Override
    public void answered(Pid process, boolean refers) {
        // that the answer was taken says the step already
    }

    @Override
    public void killConfirmed(Pid process) {
        // that the message was taken says the step already
    }

    @Override
    public boolean isSelf(Pid process) {
        return false;
    }

    @Override
    public boolean isDying(Pid process) {
        return !actor(process).alive();
    }

    @Override
    public Priority priority(Priority now) {
        throw new UnsupportedOperationException("nobody asks for a priority here");
    }

    @Override
    public void replyPriority(Message.ChangePrio request, Result result) {
        throw new UnsupportedOperationException("nobody asks for a priority here");
    }

    @Override
    public void requeue(Message message) {
        mailbox = ImmutableList.<Message>builder().addAll(mailbox).add(message).build();
    }
}
