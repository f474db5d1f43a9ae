package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
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

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
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
        ImmutableList<Observation> seen = ask("poll", Json.object(), "poll", timeout, answer -> Observations.list(answer.field("seen")));
        return withLeft(seen).build();
    }

    private ImmutableList.Builder<Observation> withLeft(ImmutableList<Observation> seen) {
        ImmutableList.Builder<Observation> all = ImmutableList.<Observation>builder().addAll(left).addAll(seen);
        left = ImmutableList.of();
        return all;
    }

    @Override
    public List<Observation> settle(Duration limit) throws SubjectException {
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
