package dev.codepurger.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.model.purger.Profile;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TraceCheckTest {
    private final List<CheckedTrace> known = new ArrayList<>();

    @Test
    @DisplayName("a violation is known while it is explained")
    void knownEarly() {
        Judges oracle = new OracleJudges();
        TraceCheck[] check = new TraceCheck[1];
        // The first thing that is asked for an explanation is the rules.
        Judges judges = (Judges) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Judges.class}, (self, method, all) -> {
            if (method.getName().equals("blame")) {
                known.add(check[0].soFar());
            }
            return method.invoke(oracle, all);
        });
        check[0] = new TraceCheck("t", judges, said -> said);
        CheckedTrace before = check[0].soFar();
        assertEquals(Verdict.INCONCLUSIVE, before.verdict());
        CheckedTrace after = check[0].check(List.of(StepReader.label("hold=ok"), StepReader.label("down(p,x)")), Profile.SEED, false);
        assertTrue(after.rejection().isPresent());
        assertEquals("violated at 2: not legal: down(p, x)",
                known.get(0).verdict().words() + " at " + known.get(0).line() + ": " + known.get(0).message());
    }
}
