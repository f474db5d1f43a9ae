package dev.codepurger.conformance.generate.reach;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of all that generated sequences must bring about. */
public final class Targets {
    private static final ImmutableList<Target> ALL = Stream.of(
            PhaseTargets.all(),
            WordTargets.all(),
            TesterTargets.all(),
            DeathTargets.all(),
            CheckTargets.all(),
            QueueTargets.all(),
            CallerTargets.all(),
            AnswerTargets.all()).flatMap(List::stream).collect(ImmutableList.toImmutableList());

    private Targets() {
    }

    /** Every target. */
    public static ImmutableList<Target> all() {
        return ALL;
    }

    /** The targets that a subject which can do this must come to under this profile. */
    public static ImmutableList<Target> of(ImmutableSet<Capability> capabilities, Profile profile) {
        return ALL.stream().filter(one -> one.isFor(capabilities, profile)).collect(ImmutableList.toImmutableList());
    }
}
