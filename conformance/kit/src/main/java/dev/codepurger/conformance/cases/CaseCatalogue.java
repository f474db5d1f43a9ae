package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import dev.codepurger.spec.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A list of cases, each id once. What a run plans is counted here, before anything runs. */
public record CaseCatalogue(ImmutableList<ConformanceCase> cases) {

    /** Checks that no id stands twice. */
    public CaseCatalogue {
        long ids = cases.stream().map(ConformanceCase::id).distinct().count();
        if (ids != cases.size()) {
            throw new IllegalArgumentException("a case id stands twice: " + cases.stream().map(ConformanceCase::id).sorted().toList());
        }
    }

    /** Every case of every source on the class path, in the order of the sources' names. */
    public static CaseCatalogue load() {
        return new CaseCatalogue(ServiceLoader.load(CaseSource.class, CaseCatalogue.class.getClassLoader()).stream()
                .sorted(Comparator.comparing(provider -> provider.type().getName())).flatMap(provider -> provider.get().cases().stream())
                .collect(ImmutableList.toImmutableList()));
    }

    /** The case with this id. */
    public Optional<ConformanceCase> find(String id) {
        return cases.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The cases that can show a violation of this rule. */
    public List<ConformanceCase> casesFor(Rule rule) {
        return cases.stream().filter(one -> one.rules().contains(rule)).toList();
    }

    /**
     * The cases whose id, or one of whose rules, fits the pattern: a glob with {@code *} and {@code ?}, such as {@code kill-*} or {@code
     * KILL-3}.
     */
    public CaseCatalogue matching(String pattern) {
        return matching(List.of(pattern));
    }

    /** The cases that fit one of these patterns, in their old order. */
    public CaseCatalogue matching(List<String> patterns) {
        List<Glob> globs = patterns.stream().map(Glob::new).toList();
        return new CaseCatalogue(cases.stream()
                .filter(one -> globs.stream().anyMatch(
                        glob -> glob.fits(one.id()) || one.rules().stream().anyMatch(rule -> glob.fits(rule.id()))))
                .collect(ImmutableList.toImmutableList()));
    }
}
