package dev.codepurger.cli.bench;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Attempts;
import dev.codepurger.conformance.cases.CaseBody;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.spec.Rule;

/**
 * The shortest scenarios that show the purger at work: code is loaded, a process stays in it, and one request is answered. What they take is what
 * the least of all scenarios takes, and so what a node and its adapter cost before a scenario is long.
 */
final class OneRequest {
    private static final int TIMES = 200;

    private OneRequest() {
    }

    /** Each is tried many times, on a fresh state each time. */
    static ImmutableList<ConformanceCase> cases() {
        return ImmutableList.of(
                one("nothing-old", Rule.PURGE_1, "load(m,false);spawn(a,nowhere,[]);purge(r,m,a);settle"),
                one("nobody-in-it", Rule.SOFT_2, "load(m,false);load(m,false);spawn(a,nowhere,[]);soft_purge(r,m,a);settle"),
                one("refused", Rule.SOFT_3,
                        "load(m,false);spawn(p,in_module(m,waiting),[]);load(m,false);spawn(a,nowhere,[]);soft_purge(r,m,a);settle"),
                one("killed", Rule.PURGE_3,
                        "load(m,false);spawn(p,in_module(m,waiting),[]);load(m,false);spawn(a,nowhere,[]);purge(r,m,a);settle"));
    }

    private static ConformanceCase one(String id, Rule rule, String steps) {
        return ConformanceCase.of("one-request-" + id, rule.title()).rules(rule).runs(new Repeated(Script.of(StepReader.read(steps))));
    }

    /** Ends at the first that does not pass. */
    private record Repeated(Script script) implements CaseBody {
        @Override
        public Attempt run(Attempts attempts) {
            Attempt last = Attempt.none(Ending.BOUND, "not tried");
            for (int i = 0; i < TIMES && (i == 0 || last.ending() == Ending.PASSED); i++) {
                last = attempts.attempt(script);
            }
            return last;
        }
    }
}
