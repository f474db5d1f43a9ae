package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Through which channels the cases of a run are judged: from outside alone, or with the effects that the subject shows.
 *
 * <p>A case whose actors act at once, each in a thread of its own, is judged from outside alone. Every stimulus has its place among the
 * effects, so a subject has to be at rest before each; then nothing is done at once any more.
 */
public enum Channels {
    /** Each case as it asks: with the effect channel if it looks at effects, and without it otherwise. */
    AS_ASKED,
    /** Without the effect channel; cases that look at effects are skipped. */
    BLACK_BOX,
    /** With the effect channel; a subject without it has every case skipped. */
    EFFECTS,
    /** Each case without the effect channel, unless it looks at effects, and, if the subject has it, with the effect channel. */
    BOTH;

    /** Every run of a case that this comes to for these cases and this subject; what has to be skipped is among them. */
    public ImmutableList<ConformanceCase> plan(List<ConformanceCase> cases, SubjectInfo subject) {
        boolean shown = subject.capabilities().contains(Capability.EFFECTS);
        return cases.stream().flatMap(one -> switch (this) {
            case AS_ASKED, BLACK_BOX -> Stream.of(one);
            case EFFECTS -> Stream.of(isTheSame(one) ? one : one.withEffects());
            case BOTH -> one.effects() || isTheSame(one) || !shown ? Stream.of(one) : Stream.of(one, one.withEffects());
        }).collect(ImmutableList.toImmutableList());
    }

    /** Is there no other channel for it? */
    private static boolean isTheSame(ConformanceCase one) {
        return atOnce(one) || !one.body().looksAtSubject();
    }

    private static boolean atOnce(ConformanceCase one) {
        return one.needs().contains(Capability.CONCURRENT);
    }

    /** Why a case cannot be judged through these channels, if it cannot. */
    Optional<String> refusal(ConformanceCase one) {
        if (this == BLACK_BOX && one.effects()) {
            return Optional.of("it looks at effects, and this run does not");
        }
        return this == EFFECTS && atOnce(one) ? Optional.of("several act at once in it, and effects have one order") : Optional.empty();
    }

    /** The word for it, such as {@code black-box}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
