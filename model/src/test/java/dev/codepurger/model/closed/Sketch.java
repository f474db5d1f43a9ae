package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.model.world.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A state made by hand, for tests of what is said of states: the first one of a small world, but for what the test says of it. */
record Sketch(ClosedState state) {

    static final Pid P = new Pid(1, "p");
    static final Pid Q = new Pid(2, "q");
    static final Pid T = new Pid(3, "t");
    static final Pid C = new Pid(4, "c");

    static final Message.TestPurge TEST = new Message.TestPurge(ClosedDraft.MODULE, Message.TestType.HARD, T, "t#1");
    static final Message.Purge PURGE = new Message.Purge(ClosedDraft.MODULE, C, "c#1");
    static final Message.SoftPurge SOFT = new Message.SoftPurge(ClosedDraft.MODULE, C, "c#2");

    /** Two in the old code, a tester in it too, and a client; version 1 is old and 2 is current. */
    static final Configuration WORLD = new Configuration("any", "any", new Configuration.Codes(true, true, false),
            ImmutableList.of(Plan.of("p", Place.OLD), Plan.of("q", Place.OLD), Plan.of("t", Place.OLD).asks(Ask.TEST_PURGE),
                    Plan.of("c", Place.REMOTE).asks(Ask.PURGE, Ask.SOFT_PURGE)),
            0, 2, 0, ImmutableSet.of());

    static final Sketch FIRST = new Sketch(new ClosedWorld(WORLD, Profile.HARDENED).initial());

    Sketch with(Phase phase) {
        return new Sketch(new ClosedState(state.module(), phase, state.mailbox(), state.actors(), state.loads(), state.unasked()));
    }

    Sketch with(Module module) {
        return new Sketch(new ClosedState(module, state.phase(), state.mailbox(), state.actors(), state.loads(), state.unasked()));
    }

    Sketch mailbox(Message... mailbox) {
        return new Sketch(new ClosedState(state.module(), state.phase(), ImmutableList.copyOf(mailbox), state.actors(), state.loads(),
                state.unasked()));
    }

    Sketch unasked(Pid... unasked) {
        return new Sketch(new ClosedState(state.module(), state.phase(), state.mailbox(), state.actors(), state.loads(),
                ImmutableSet.copyOf(unasked)));
    }

    Sketch where(Pid process, UnaryOperator<Actor> change) {
        List<Actor> actors = new ArrayList<>(state.actors());
        actors.set(process.number() - 1, change.apply(actors.get(process.number() - 1)));
        return new Sketch(new ClosedState(state.module(), state.phase(), state.mailbox(), ImmutableList.copyOf(actors), state.loads(),
                state.unasked()));
    }

    Sketch dead(Pid process) {
        return where(process, Actor::dead);
    }

    Sketch monitored(Pid process, Actor.Monitor monitor) {
        return where(process, actor -> actor.monitor(monitor));
    }

    /** A check for this request, with one who has not answered, and these kills. */
    static Phase.Check checking(Message.Request work, KillState kill) {
        return new Phase.Check(work, !(work instanceof Message.SoftPurge), 1, 0, false, kill,
                work instanceof Message.TestPurge ? Phase.Tester.LISTENS : Phase.Tester.NONE, Saved.NOTHING);
    }

    static KillState killed(Pid... outstanding) {
        return new KillState(ImmutableList.copyOf(outstanding), ImmutableList.of(), true);
    }
}
