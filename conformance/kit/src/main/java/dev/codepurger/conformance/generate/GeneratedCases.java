package dev.codepurger.conformance.generate;

import dev.codepurger.conformance.cases.CaseSource;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The generated cases, one a theme, and everything once more with the effect channel. */
public final class GeneratedCases implements CaseSource {
    /** Small, so that few victims are enough for some to wait. */
    private static final int KILL_LIMIT = 2;
    private static final int TRIES = 40;
    private static final int MOVES = 24;

    @Override
    public List<ConformanceCase> cases() {
        return Stream.concat(Stream.of(Theme.ALL, Theme.KILLS, Theme.HANDSHAKES, Theme.QUEUE, Theme.FUNS, Theme.LOADS)
                .map(theme -> describe(theme, "generated-" + theme.name(), theme.title()).needs(Capability.KILL_LIMIT)
                        .runs(new Generated(theme, TRIES, MOVES))),
                Stream.of(describe(Theme.ALL, "generated-effects", "Whatever is done, every effect conforms")
                        .needs(Capability.KILL_LIMIT, Capability.EFFECTS).runs(new Generated(Theme.ALL, TRIES, MOVES)),
                        describe(Theme.KILLS, "generated-kill-effects", "Whatever stands in the way of kills, every effect conforms")
                                .needs(Capability.KILL_LIMIT, Capability.EFFECTS).runs(new Generated(Theme.KILLS, TRIES, MOVES))))
                .toList();
    }

    private static ConformanceCase.Builder describe(Theme theme, String id, String title) {
        return ConformanceCase.of(id, title).rules(theme.rules().toArray(Rule[]::new)).killLimit(KILL_LIMIT);
    }
}
