package dev.codepurger.conformance.generate;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.CaseSource;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.List;

/** The generated cases: one a theme, two once more with the effect channel, and one that asks whether all of them reach what matters. */
public final class GeneratedCases implements CaseSource {
    /** Small, so that few victims are enough for some to wait. */
    private static final int KILL_LIMIT = 2;
    /** Small too, and more than that: then two are killed, and a third can wait. */
    private static final int REQUEST_LIMIT = 3;
    private static final int TRIES = 40;
    /** Of the themes whose scenes must come to the most. */
    private static final int MANY_TRIES = 80;

    @Override
    public List<ConformanceCase> cases() {
        ImmutableList<Generated> themes = themes();
        ImmutableList.Builder<ConformanceCase> all = ImmutableList.builder();
        // First, because it may take longest: it should not be what others wait for in the end when several cases run at once.
        all.add(describe(Theme.ALL, "generated-reach", "The generated sequences come to everything that matters")
                .needs(Capability.KILL_LIMIT).runs(new ReachCase(themes)));
        for (Generated one : themes) {
            all.add(describe(one.theme(), "generated-" + one.theme().name(), one.theme().title()).runs(one));
        }
        all.add(describe(Theme.ALL, "generated-effects", "Whatever is done, every effect conforms")
                .needs(Capability.EFFECTS).runs(new Generated(Theme.ALL, TRIES)));
        all.add(describe(Theme.KILLS, "generated-kill-effects", "Whatever stands in the way of kills, every effect conforms")
                .needs(Capability.EFFECTS).runs(new Generated(Theme.KILLS, TRIES)));
        return all.build();
    }

    /** One a theme. */
    static ImmutableList<Generated> themes() {
        return Theme.all().stream().map(theme -> new Generated(theme, theme.many() ? MANY_TRIES : TRIES))
                .collect(ImmutableList.toImmutableList());
    }

    private static ConformanceCase.Builder describe(Theme theme, String id, String title) {
        return ConformanceCase.of(id, title).rules(theme.rules().toArray(Rule[]::new)).killLimit(KILL_LIMIT)
                .requestLimit(REQUEST_LIMIT);
    }
}
