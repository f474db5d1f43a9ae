package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multimaps;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases behind the tests that JUnit makes of the suite ({@code ConformanceTests}), which PIT knows by their numbers alone: those of their kind,
 * and within it, as they were planned for the reference implementation.
 */
public final class SuiteTests {
    private static final Pattern NUMBERS = Pattern
            .compile("\\[test-factory:conformance\\(\\)]/\\[dynamic-container:#(\\d{1,4})]/\\[dynamic-test:#(\\d{1,4})]");

    private final ImmutableList<ImmutableList<ConformanceCase>> kinds;

    private SuiteTests(Collection<Collection<ConformanceCase>> kinds) {
        this.kinds = kinds.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
    }

    /**
     * The tests of these cases.
     *
     * @param patterns ids of cases or rules, with {@code *} and {@code ?}; empty for no cases
     */
    public static SuiteTests of(List<String> patterns) {
        try {
            return new SuiteTests(Multimaps.index(Channels.BOTH.plan(CaseCatalogue.load().matching(patterns).cases(),
                    SubjectRegistry.load().find("reference").orElseThrow().info()), ConformanceCase::kind).asMap().values());
        } catch (SubjectException e) {
            throw new IllegalStateException("the reference implementation cannot be had", e);
        }
    }

    /** The case behind a test, if it is one of these. */
    Optional<ConformanceCase> find(String test) {
        Matcher numbers = NUMBERS.matcher(test);
        if (!numbers.find()) {
            return Optional.empty();
        }
        return at(kinds, numbers.group(1)).flatMap(kind -> at(kind, numbers.group(2)));
    }

    private static <T> Optional<T> at(List<T> all, String number) {
        int index = Integer.parseInt(number) - 1;
        return index < all.size() && index >= 0 ? Optional.of(all.get(index)) : Optional.empty();
    }
}
