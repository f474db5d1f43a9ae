package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs cases against a subject that is known to break rules, until each of these has been blamed: those that are about these rules first. Nobody
 * else is blamed meanwhile, and no failure is made shorter.
 */
public final class RuleHunt {
    private final CaseCatalogue cases;
    private final Judges judges;

    /**
     * With these cases.
     *
     * @param cases which cases
     * @param judges who judges them
     */
    public RuleHunt(CaseCatalogue cases, Judges judges) {
        this.cases = cases;
        this.judges = judges;
    }

    /**
     * Hunts.
     *
     * @param rules the rules that the subject breaks
     * @param provider the subject
     * @param options how cases are run
     * @param rounds how often the cases are gone through, for what only chance reveals
     */
    public RuleFindings run(ImmutableSet<Rule> rules, SubjectProvider provider, RunOptions options, int rounds) {
        RuleFindings findings = new RuleFindings();
        for (int round = 0; round < rounds && !findings.missing(rules).isEmpty(); round++) {
            CaseRunner runner = CaseRunner.suspecting(rules, provider, options, judges);
            List<ConformanceCase> left = new ArrayList<>(cases.cases());
            for (Set<Rule> missing = findings.missing(rules); !missing.isEmpty() && !left.isEmpty(); missing = findings.missing(rules)) {
                ConformanceCase next = next(left, missing);
                left.remove(next);
                findings.add(runner.run(next));
            }
        }
        return findings;
    }

    private static ConformanceCase next(List<ConformanceCase> left, Set<Rule> missing) {
        Optional<ConformanceCase> about = left.stream().filter(one -> !Sets.intersection(one.rules(), missing).isEmpty()).findFirst();
        return about.orElseGet(() -> left.get(0));
    }
}
