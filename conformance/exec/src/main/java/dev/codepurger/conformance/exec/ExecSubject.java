package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One fresh node of an adapter. */
final class ExecSubject implements Subject {
    /** An adapter keeps the time-out of settle itself; so much later its silence is one. Less than what the runner grants. */
    private static final Duration SLACK = Duration.ofMillis(250);

    private final ExecProvider provider;
    private final Adapter adapter;
    private final Lint lint;
    private final Duration timeout;
    private final boolean repeatable;
    private final AtomicBoolean closed = new AtomicBoolean();
    private ImmutableList<Observation> before = ImmutableList.of();
    /** Seen while there was no rest; it can still be polled. */
    private ImmutableList<Observation> left = ImmutableList.of();
    /** The purger is down, and the node with it. */
    private boolean down;

    ExecSubject(ExecProvider provider, Adapter adapter, Lint lint, Duration timeout, boolean repeatable) {
        this.provider = provider;
        this.adapter = adapter;
        this.lint = lint;
        this.timeout = timeout;
        this.repeatable = repeatable;
    }

    private record Applied(Response response, ImmutableList<Observation> before) {
    }

    private record Settled(ImmutableList<Observation> seen, Optional<Label.Quiet> quiet) {
    }

    private <T> T ask(String op, ObjectNode body, String what, Duration limit, Adapter.Reading<T> reading) throws SubjectException {
        return adapter.ask(op, body, what, limit, answer -> {
            lint.check(op, (ObjectNode) answer.node());
            return reading.read(answer);
        });
    }

    /** If the purger has taken its node down, that is seen, and nothing after it; whatever else ends an adapter is its mistake. */
    private void ended(EndedException e) throws SubjectException {
        String reason = provider.down().reason(e.exitCode(), e.standardError()).orElseThrow(() -> e);
        down = true;
        left = ImmutableList.<Observation>builder().addAll(left).add(new Label.PurgerDown(reason)).build();
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        before = ImmutableList.of();
        if (down) {
            return Response.NO_EFFECT;
        }
        try {
            return applied(stimulus);
        } catch (EndedException e) {
            ended(e);
            return Response.NO_EFFECT;
        }
    }

    private Response applied(Stimulus stimulus) throws SubjectException {
        ObjectNode body = Json.object();
        body.set("stimulus", Stimuli.write(stimulus));
        Applied applied = ask("apply", body, Notation.step(new Step.Do(stimulus)), timeout,
                answer -> new Applied(answer.field("response").word(Response.class),
                        answer.has("before") ? Observations.list(answer.field("before")) : ImmutableList.of()));
        before = ImmutableList.<Observation>builder().addAll(left).addAll(applied.before()).build();
        left = ImmutableList.of();
        return applied.response();
    }

    @Override
    public List<Observation> seenBefore() {
        return before;
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        if (down) {
            return withLeft(ImmutableList.of()).build();
        }
        try {
            return withLeft(ask("poll", Json.object(), "poll", timeout, answer -> Observations.list(answer.field("seen")))).build();
        } catch (EndedException e) {
            ended(e);
            return withLeft(ImmutableList.of()).build();
        }
    }

    private ImmutableList.Builder<Observation> withLeft(ImmutableList<Observation> seen) {
        ImmutableList.Builder<Observation> all = ImmutableList.<Observation>builder().addAll(left).addAll(seen);
        left = ImmutableList.of();
        return all;
    }

    @Override
    public List<Observation> settle(Duration limit) throws SubjectException {
        if (!down) {
            try {
                return settled(limit);
            } catch (EndedException e) {
                ended(e);
            }
        }
        return withLeft(ImmutableList.of()).add(new Label.Quiet(Label.QuietKind.DOWN, ImmutableSortedSet.of())).build();
    }

    private List<Observation> settled(Duration limit) throws SubjectException {
        ObjectNode body = Json.object().put("timeout_ms", limit.toMillis());
        Settled settled = ask("settle", body, "settle", limit.plus(SLACK), answer -> new Settled(
                Observations.list(answer.field("seen")),
                answer.has("quiet") ? Optional.of(Observations.quiet(answer.field("quiet"))) : Optional.empty()));
        ImmutableList.Builder<Observation> all = withLeft(settled.seen());
        if (settled.quiet().isEmpty()) {
            left = all.build();
            throw new SubjectTimeoutException("did not come to rest", limit);
        }
        return all.add(settled.quiet().get()).build();
    }

    @Override
    public boolean repeatable() {
        return repeatable;
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            // One that somebody still waits for is not usable, and is ended.
            provider.giveBack(adapter);
        }
    }
}
