package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Actor.Monitor;
import dev.codepurger.model.closed.Actor.Said;
import dev.codepurger.model.closed.Actor.Signal;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.lts.Transition;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.world.Code;
import dev.codepurger.model.world.Module;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the processes of a closed world do. */
final class ActorSteps {

    /** The version whose fun is called: that which was loaded first. */
    private static final int FIRST = 1;

    private final Configuration configuration;

    ActorSteps(Configuration configuration) {
        this.configuration = configuration;
    }

    /** The request that a process of this number sent last, or its words are about. */
    static String ref(Configuration configuration, int number, int asked) {
        return configuration.processes().get(number).name() + "#" + asked;
    }

    static Pid pid(Configuration configuration, int number) {
        return new Pid(number + 1, configuration.processes().get(number).name());
    }

    /** Adds all that processes can do. */
    void addTo(List<Transition<ClosedState, Move>> steps, ClosedState state) {
        for (int number = 0; number < state.actors().size(); number++) {
            new One(steps, state, number).addAll();
        }
    }

    private final class One {

        private final List<Transition<ClosedState, Move>> steps;
        private final ClosedState state;
        private final int number;
        private final Actor actor;
        private final Plan plan;

        One(List<Transition<ClosedState, Move>> steps, ClosedState state, int number) {
            this.steps = steps;
            this.state = state;
            this.number = number;
            actor = state.actors().get(number);
            plan = configuration.processes().get(number);
        }

        void addAll() {
            handleSignal();
            fireMonitor();
            if (actor.isFree()) {
                sendRequest();
                sayWords();
                leave();
            }
            call();
            if (actor.alive() && plan.mayDo(Freedom.DIE)) {
                add(Move.Kind.DIE, "dies", actor.dead(), null);
            }
            comeBack();
        }

        private void handleSignal() {
            if (actor.inbox().isEmpty()) {
                return;
            }
            Signal signal = actor.inbox().get(0);
            if (signal == Signal.KILL) {
                add(Move.Kind.KILLED, "dies, killed by the purger", actor.dead(), null);
                return;
            }
            Module module = state.module();
            boolean refers = actor.in() != 0 && module.old() != null && module.old().version() == actor.in();
            Tag tag = signal == Signal.CHECK ? Tag.CURRENT : Tag.STALE;
            add(Move.Kind.ANSWER, (actor.alive() ? "answers " : "is dead, and the node answers ") + refers,
                    actor.inbox(actor.inbox().subList(1, actor.inbox().size())),
                    new Message.CheckReply(tag, pid(configuration, number), refers));
        }

        private void fireMonitor() {
            if (!actor.alive() && actor.monitor() != Monitor.NONE) {
                add(Move.Kind.DOWN, "is reported dead", actor.monitor(Monitor.NONE),
                        new Message.Down(pid(configuration, number), true, false));
            }
        }

        private void sendRequest() {
            boolean again = plan.mayDo(Freedom.AGAIN);
            int asked = again ? actor.asked() % plan.requests().size() : actor.asked();
            if (!actor.waiting() && asked < plan.requests().size()) {
                Message message = Messages.asked(configuration, number, asked + 1);
                add(again ? Move.Kind.ASK_AGAIN : Move.Kind.REQUEST, Describe.message(message),
                        actor.asking(asked + 1, plan.requests().get(asked).isAnswered()), message);
            }
        }

        private void sayWords() {
            if (!actor.waiting() || !plan.requests().get(actor.asked() - 1).isTest()) {
                return;
            }
            boolean eager = plan.mayDo(Freedom.EAGER);
            String ref = ref(configuration, number, actor.asked());
            if (!actor.said().has(Said.CONTINUE) && (eager || actor.heard() != Heard.NOTHING)) {
                add(Move.Kind.CONTINUE, "continue", actor.saying(Said.CONTINUE), new Message.Continue(ref));
            }
            if (!actor.said().has(Said.COMPLETE) && (eager || actor.heard() == Heard.CONTINUED)) {
                add(Move.Kind.COMPLETE, "complete", actor.saying(Said.COMPLETE), new Message.Complete(ref));
            }
        }

        private void leave() {
            Code current = state.module().current();
            int to = current == null ? 0 : current.version();
            if (plan.mayDo(Freedom.LEAVE) && !actor.waiting() && actor.in() != 0 && actor.in() != to) {
                add(Move.Kind.LEAVE, to == 0 ? "leaves the module" : "goes over to version " + to, actor.in(to), null);
            }
        }

        private void call() {
            boolean first = actor.call() == Call.READY && actor.alive() && !actor.waiting();
            if (!first && actor.call() != Call.RESUMED) {
                return;
            }
            Module module = state.module();
            boolean isThere = is(module.current()) || is(module.aside()) || is(module.old());
            boolean suspended = is(module.old()) && module.purging();
            String outcome = suspended ? "is suspended"
                    : isThere ? "runs version " + FIRST : module.current() == null ? "fails with undef" : "fails with badfun";
            add(first ? Move.Kind.CALL : Move.Kind.RECALL, "calls a fun of version " + FIRST + " and " + outcome,
                    actor.call(suspended ? Call.SUSPENDED : Call.DONE), null);
        }

        private void comeBack() {
            if (plan.mayDo(Freedom.RETURN) && !actor.alive() && Look.at(state).isForgotten(pid(configuration, number))) {
                Code current = state.module().current();
                int in = plan.place().isInCode() && current != null ? current.version() : 0;
                add(Move.Kind.RETURN, in == 0 ? "is there again" : "is there again, in version " + in, plan.beginning(in), null);
            }
        }

        private static boolean is(@Nullable Code code) {
            return code != null && code.identity() == FIRST;
        }

        private void add(Move.Kind kind, String text, Actor now, @Nullable Message sent) {
            ImmutableList<Message> mailbox = sent == null ? state.mailbox()
                    : ImmutableList.<Message>builder().addAll(state.mailbox()).add(sent).build();
            ImmutableList.Builder<Actor> actors = ImmutableList.builderWithExpectedSize(state.actors().size());
            actors.addAll(state.actors().subList(0, number)).add(now)
                    .addAll(state.actors().subList(number + 1, state.actors().size()));
            ImmutableList<Move.Effect> effects = sent == null ? ImmutableList.of()
                    : ImmutableList.of(new Move.Effect("purger", Describe.message(sent)));
            steps.add(new Transition<>(new Move(kind, plan.name(), text, effects),
                    new ClosedState(state.module(), state.phase(), mailbox, actors.build(), state.loads(), state.unasked())));
        }
    }
}
