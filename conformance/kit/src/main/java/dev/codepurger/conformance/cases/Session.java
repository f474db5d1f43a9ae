package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label.Continued;
import dev.codepurger.model.world.Label.Down;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.PurgerDown;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.Replied;
import dev.codepurger.model.world.Label.Returned;
import dev.codepurger.model.world.Label.Showed;
import dev.codepurger.model.world.Label.Started;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a script plays on. Everything done and seen is judged as it happens; the {@code expect} verbs demand more than that, and hold against all
 * that was seen since the start. An expectation looks at what {@link #settle} or {@link #poll} have brought; it waits for nothing.
 */
public final class Session extends Verbs {
    private final Recorder recorder;
    private final Profile profile;
    private final List<Observation> seen = new ArrayList<>();

    /** On a recorder, under the profile that the subject is judged by. */
    public Session(Recorder recorder, Profile profile) {
        this.recorder = recorder;
        this.profile = profile;
    }

    /** The profile that the subject is judged by, with the kill limit of this case. */
    public Profile profile() {
        return profile;
    }

    @Override
    public Response act(Stimulus stimulus) {
        Response response = recorder.act(stimulus);
        seen.addAll(recorder.before());
        return response;
    }

    /** Looks, without waiting. */
    public ImmutableList<Observation> poll() {
        ImmutableList<Observation> all = recorder.poll();
        seen.addAll(all);
        return all;
    }

    /** Waits for rest. */
    public Quiet settle() {
        ImmutableList<Observation> all = recorder.settle();
        seen.addAll(all);
        return (Quiet) all.get(all.size() - 1);
    }

    /** Waits for rest, which must be of this kind. */
    public void settle(QuietKind kind, String... suspended) {
        Quiet expected = new Quiet(kind, ImmutableSortedSet.copyOf(suspended));
        Quiet quiet = settle();
        expect(quiet.equals(expected), Notation.label(expected) + " was expected, not " + Notation.label(quiet));
    }

    /** Plays a recorded step. */
    public void step(Step step) {
        switch (step) {
            case Step.Do one -> act(one.stimulus());
            case Step.Poll poll -> poll();
            case Step.Settle settle -> settle();
        }
    }

    /** Everything seen so far. */
    public ImmutableList<Observation> seen() {
        return ImmutableList.copyOf(seen);
    }

    // ------------------------------------------------------------------------------------------------------------ expectations

    /** The stimulus must have returned this; write {@code expect(NOT_PURGED, load("m"))}. */
    public void expect(Response expected, Response response) {
        expect(expected == response, "the response was expected to be " + expected + ", not " + response);
    }

    /** The request must have been answered once, with this result. */
    public void expectReply(String request, Result result) {
        List<Replied> all = replies(request);
        expect(all.size() == 1 && all.get(0).result().equals(result),
                "one answer " + result + " to " + request + " was expected, not " + all.stream().map(Replied::result).toList());
    }

    /** The request must have been answered with {@code {wasOld, killed}}. */
    public void expectHard(String request, boolean wasOld, boolean killed) {
        expectReply(request, new Result.Hard(wasOld, killed));
    }

    /** The request must have been answered with this truth. */
    public void expectSoft(String request, boolean purged) {
        expectReply(request, new Result.Soft(purged));
    }

    /** The request must have been answered with {@code ok}. */
    public void expectOk(String request) {
        expectReply(request, new Result.Ok());
    }

    /** The request must not have been answered. */
    public void expectNoReply(String request) {
        expect(replies(request).isEmpty(), "no answer to " + request + " was expected");
    }

    /** The answers must have come in this order (others may lie between). */
    public void expectReplyOrder(String... requests) {
        List<String> wanted = Arrays.asList(requests);
        List<String> order = seen.stream().filter(Replied.class::isInstance).map(one -> ((Replied) one).request())
                .filter(wanted::contains).toList();
        expect(order.equals(wanted), "answers in the order " + wanted + " were expected, not " + order);
    }

    /** The tester must have got {@code started}, once. */
    public void expectStarted(String ref) {
        expectTimes(1, new Started(ref));
    }

    /** The tester must not have got {@code started}. */
    public void expectNotStarted(String ref) {
        expectTimes(0, new Started(ref));
    }

    /** The tester must have got {@code continued}, once. */
    public void expectContinued(String ref) {
        expectTimes(1, new Continued(ref));
    }

    /** The tester must not have got {@code continued}. */
    public void expectNotContinued(String ref) {
        expectTimes(0, new Continued(ref));
    }

    /** The process must have died, for this reason. */
    public void expectDown(String process, String reason) {
        expectTimes(1, new Down(process, reason));
    }

    /** The purger must have died, for this reason. */
    public void expectPurgerDown(String reason) {
        expectTimes(1, new PurgerDown(reason));
    }

    /** The processes must be alive; asks them. */
    public void expectAlive(String... processes) {
        for (String process : processes) {
            expect(alive(process) == Response.TRUE, process + " was expected to be alive");
        }
    }

    /** The processes must be dead; asks them. */
    public void expectDead(String... processes) {
        for (String process : processes) {
            expect(alive(process) == Response.FALSE, process + " was expected to be dead");
        }
    }

    /** There must be old code, or none; asks for it. */
    public void expectOldCode(String module, boolean old) {
        expect(old ? Response.TRUE : Response.FALSE, checkOldCode(module));
    }

    /** The call must have returned this: a version in digits, {@code badfun} or {@code undef}. */
    public void expectReturned(String call, String outcome) {
        expectTimes(1, new Returned(call, outcome));
    }

    /** The call must not have returned. */
    public void expectNotReturned(String call) {
        expect(seen.stream().noneMatch(one -> one instanceof Returned returned && returned.call().equals(call)),
                call + " was expected not to have returned");
    }

    /** The effects of this kind, in order; empty without the effect channel. */
    public <E extends Effect> ImmutableList<E> effects(Class<E> kind) {
        return seen.stream().filter(Showed.class::isInstance).map(one -> ((Showed) one).effect()).filter(kind::isInstance).map(kind::cast)
                .collect(ImmutableList.toImmutableList());
    }

    /** The condition must hold; the message says what was expected and what there was. */
    public void expect(boolean condition, String message) {
        if (!condition) {
            throw new SessionStop(Ending.UNEXPECTED, message);
        }
    }

    private void expectTimes(int times, Observation observation) {
        long count = seen.stream().filter(observation::equals).count();
        expect(count == times, Notation.label(observation) + " was expected " + (times == 0 ? "never" : "once") + ", and seen "
                + (count == 1 ? "once" : count + " times"));
    }

    private List<Replied> replies(String request) {
        return seen.stream().filter(one -> one instanceof Replied reply && reply.request().equals(request)).map(Replied.class::cast)
                .toList();
    }
}
