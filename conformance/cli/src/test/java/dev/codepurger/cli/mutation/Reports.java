package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationReport.Test;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import java.util.Optional;

/** Reports for tests. */
final class Reports {
    /** A text that does harm wherever it is not escaped. */
    static final String HOSTILE = "</script><script>window.harm = 1</script><img src=\"https://example.org/x\" onerror='window.harm = 2'>&lt;\u2028";

    private Reports() {
    }

    /** One with each kind of thing in it; each text begins with this one. */
    static MutationReport sample(String text) {
        ReportedMutant killed = mutant(text + "one", Fate.KILLED, text).breaking(ImmutableSet.of("RULE-1"))
                .tested(ImmutableList.of(text + "first"), ImmutableList.of(text + "first", "second"),
                        ImmutableMap.of("RULE-1", ImmutableList.of(text + "first")), 7, 12);
        ReportedMutant both = mutant("two", Fate.KILLED, text).tested(ImmutableList.of(text + "first", "second"),
                ImmutableList.of(text + "first", "second"), ImmutableMap.of(), 3, 1);
        return new MutationReport("sample", text + "Sample", text + "as in a test", true,
                ImmutableMap.of("a/" + text + "file.erl", new Source("erlang", "one() ->\n    " + text + ".\n")),
                ImmutableList.of(new Test(text + "first", text + "The first", "tests/" + text, ImmutableSet.of("RULE-1")),
                        new Test("second", "The second", "tests/other", ImmutableSet.of("RULE-1", "RULE-2")),
                        new Test("third", "The third", "tests/other", ImmutableSet.of("RULE-3"))),
                ImmutableList.of(new TestedRule("RULE-1", text + "One", true, ""), new TestedRule("RULE-2", "Two", true, ""),
                        new TestedRule("RULE-3", "Three", true, ""), new TestedRule("RULE-4", "Four", true, text + "nobody can see it")),
                ImmutableList.of(killed, both, mutant("three", Fate.SURVIVED, text), mutant("four", Fate.IGNORED, text),
                        mutant("five", Fate.TIMEOUT, text)),
                Optional.of(new MutationSummary("sample", ImmutableMap.of(Fate.KILLED, 3), ImmutableSet.of("gone"))));
    }

    private static ReportedMutant mutant(String id, Fate fate, String text) {
        return ReportedMutant.of(id, "a/" + text + "file.erl", text + "operator", new Change(new Span(2, 5, 2, 6), text), text + "a change",
                fate, text + "outcome").judged(fate, text + "outcome", text + "because");
    }
}
