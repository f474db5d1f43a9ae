package dev.codepurger.cli.check;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.exec.TraceException;
import dev.codepurger.conformance.exec.TraceHeader;
import dev.codepurger.conformance.exec.TraceReader;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges one trace while it is read. The events are kept to look into them if one is not legal, unless there are very many: then only what can be
 * said without them is said, so that a trace may be longer than memory.
 */
public final class TraceCheck {
    /** What is to be said where there are effects though the header says that there are none. */
    static final String NO_EFFECTS = "expected no effect, for the header does not say \"effects\":true";
    /** How many events are kept. */
    static final int KEPT = 100_000;
    /** How many modules and funs there may be: they never go, and every state has all of them. */
    private static final int MOST_NAMES = 10_000;

    private final String name;
    private final Judges judges;
    private final UnaryOperator<Profile> judgedBy;
    /** Written by the thread that judges; read by the one that ends the program. */
    private final AtomicLong events = new AtomicLong();
    private final AtomicReference<@Nullable CheckedTrace> unexplained = new AtomicReference<>();
    private long skipped;

    /**
     * For a trace of this name.
     *
     * @param judgedBy what to judge by, given the profile of the header
     */
    public TraceCheck(String name, Judges judges, UnaryOperator<Profile> judgedBy) {
        this.name = name;
        this.judges = judges;
        this.judgedBy = judgedBy;
    }

    /** The name of the trace. */
    public String name() {
        return name;
    }

    /** How many events were legal so far. May be asked by another thread. */
    public long events() {
        return events.get();
    }

    /** What is known of it though it has not been read to its end, or is not explained. May be asked by another thread. */
    public CheckedTrace soFar() {
        CheckedTrace violated = unexplained.get();
        return violated == null
                ? CheckedTrace.inconclusive(name, events(), 0, "ended from outside: " + events() + " events were legal so far")
                : violated;
    }

    /** Reads to the end, or to the first event that is not legal. */
    public CheckedTrace check(InputStream in) throws IOException {
        TraceReader reader;
        try {
            reader = TraceReader.of(in);
        } catch (TraceException e) {
            return wrong(e);
        }
        TraceHeader header = reader.header().withProfile(judgedBy.apply(reader.header().profile()));
        try {
            return header.history() ? new HistoryCheck(name, judges.missing(header.gaps()), header, events::set).check(reader)
                    : judge(reader, header);
        } catch (TraceException e) {
            return wrong(e);
        }
    }

    private CheckedTrace wrong(TraceException e) {
        return CheckedTrace.wrong(name, events(), e.line(), e.column(), e.clause());
    }

    private CheckedTrace judge(TraceReader reader, TraceHeader header) throws IOException, TraceException {
        Progress progress = new Progress(judges.missing(header.gaps()), header.profile(), header.effects());
        Label label = reader.next();
        if (header.gaps().middle()) {
            while (label != null && !isIdle(label)) {
                skipped++;
                label = reader.next();
            }
            if (label == null) {
                return CheckedTrace.inconclusive(name, 0, 0, "nothing can be judged: it begins in the middle, and none of its " + skipped
                        + " events is an idle quiet").skipping(skipped);
            }
        }
        for (; label != null; label = reader.next()) {
            if (label instanceof Label.Showed && !header.effects()) {
                return CheckedTrace.wrong(name, events(), reader.line(), 1, NO_EFFECTS);
            }
            Optional<CheckedTrace> end = progress.observe(label, reader.line());
            if (end.isPresent()) {
                return end.get().skipping(skipped);
            }
        }
        return progress.end().skipping(skipped);
    }

    private static boolean isIdle(Label label) {
        return label instanceof Label.Quiet quiet && quiet.kind() == Label.QuietKind.IDLE;
    }

    /** Judges a trace that is not in a file; the number of an event is its line. */
    public CheckedTrace check(List<Label> trace, Profile profile, boolean effects) {
        Progress progress = new Progress(judges, profile, effects);
        for (Label label : trace) {
            Optional<CheckedTrace> end = progress.observe(label, events() + 1);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return progress.end();
    }

    /** A trace that was legal so far. */
    private final class Progress {
        private final Judges judges;
        private final Profile profile;
        private final boolean effects;
        private final List<Label> kept = new ArrayList<>();
        private Judge judge;
        private final Set<String> lasting = new HashSet<>();
        private @Nullable Label last;

        Progress(Judges judges, Profile profile, boolean effects) {
            this.judges = judges;
            this.profile = profile;
            this.effects = effects;
            judge = judges.startLong(profile, effects);
        }

        /** What came of the trace, if that is settled now. */
        Optional<CheckedTrace> observe(Label label, long line) {
            if (kept.size() <= KEPT) {
                kept.add(label);
            }
            if (label instanceof Label.Did did && lasts(did.stimulus()) && lasting.size() > MOST_NAMES) {
                return Optional.of(CheckedTrace.inconclusive(name, events(), line, "more than " + MOST_NAMES + " modules and funs"));
            }
            String unknown = judges.gaps().middle() ? unknownFun(label) : null;
            if (unknown != null) {
                return Optional.of(CheckedTrace.inconclusive(name, events(), line, "the fun " + Notation.quote(unknown)
                        + " was made before the trace began, and nobody knows of which code"));
            }
            Judge next = judge.observe(label);
            return switch (next.verdict()) {
                case CONFORMS -> {
                    judge = next;
                    last = label;
                    events.incrementAndGet();
                    yield Optional.empty();
                }
                case VIOLATED -> {
                    CheckedTrace violated = CheckedTrace.violated(name, events(), line, "not legal: " + Notation.label(label));
                    // To explain it may take long, and whoever ends that is to know it.
                    unexplained.set(violated);
                    yield Optional.of(violated.because(rejection()));
                }
                case INCONCLUSIVE -> Optional.of(CheckedTrace.inconclusive(name, events(), line,
                        "the oracle's bound was hit at: " + Notation.label(label)));
            };
        }

        private @Nullable String unknownFun(Label label) {
            String fun = !(label instanceof Label.Did did) ? null : switch (did.stimulus()) {
                case Stimulus.CallFun s -> s.fun();
                case Stimulus.Spawn(String process, Stimulus.Where.OnFun where, ImmutableSet<Stimulus.Trait> traits) -> where.fun();
                default -> null;
            };
            return fun == null || lasting.contains("fun " + fun) ? null : fun;
        }

        /** Does it bring something into being that never goes? */
        private boolean lasts(Stimulus stimulus) {
            return switch (stimulus) {
                case Stimulus.Load s -> lasting.add("module " + s.module());
                case Stimulus.BeginOnLoad s -> lasting.add("module " + s.module());
                case Stimulus.Offer s -> lasting.add("module " + s.module());
                case Stimulus.MakeFun s -> lasting.add("fun " + s.fun());
                default -> false;
            };
        }

        private Optional<Rejection> rejection() {
            return kept.size() > KEPT ? Optional.empty() : Optional.of(Rejection.of(kept, profile, effects, judges));
        }

        CheckedTrace end() {
            boolean waits = last instanceof Label.Quiet quiet && quiet.kind() != Label.QuietKind.IDLE;
            return CheckedTrace.conforms(name, events(), waits ? judge.awaited() : ImmutableSet.of());
        }
    }
}
