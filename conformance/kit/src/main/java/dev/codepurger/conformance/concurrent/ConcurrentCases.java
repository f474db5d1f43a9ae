package dev.codepurger.conformance.concurrent;

import dev.codepurger.conformance.cases.CaseSource;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.spec.Rule;
import java.util.List;

/** Programs of several actors: each in a thread of its own, and the same programs in orders that the seed chooses. */
public final class ConcurrentCases implements CaseSource {
    private static final int KILL_LIMIT = 2;
    private static final int REQUEST_LIMIT = 3;
    private static final int PROGRAMS = 3;
    private static final int RUNS = 2;

    @Override
    public List<ConformanceCase> cases() {
        return List.of(
                ConformanceCase.of("concurrent-effects", "Whoever acts at once, every effect conforms in some order")
                        .rules(Rule.LIVE_1, Rule.QUEUE_1, Rule.DISPATCH_3).killLimit(KILL_LIMIT).requestLimit(REQUEST_LIMIT)
                        .needs(Capability.KILL_LIMIT, Capability.CONCURRENT, Capability.EFFECTS)
                        .runs(new Concurrent(Casts.all(), 1, 2, true)),
                ConformanceCase.of("concurrent-everybody", "Whoever acts at once, some order of it conforms")
                        .rules(Rule.LIVE_1, Rule.QUEUE_1, Rule.DISPATCH_3).killLimit(KILL_LIMIT).requestLimit(REQUEST_LIMIT)
                        .needs(Capability.KILL_LIMIT, Capability.CONCURRENT).runs(new Concurrent(Casts.all(), PROGRAMS, RUNS, true)),
                ConformanceCase.of("interleaved-everybody", "In whatever order the same actors act, what is seen conforms")
                        .rules(Rule.LIVE_1, Rule.QUEUE_1, Rule.DISPATCH_3).killLimit(KILL_LIMIT).requestLimit(REQUEST_LIMIT)
                        .needs(Capability.KILL_LIMIT)
                        .runs(new Concurrent(Casts.all(), PROGRAMS, RUNS, false)));
    }
}
