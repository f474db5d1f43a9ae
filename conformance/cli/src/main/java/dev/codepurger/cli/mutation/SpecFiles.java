package dev.codepurger.cli.mutation;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationReport.TestedRule;
import dev.codepurger.spec.Family;
import dev.codepurger.spec.Level;
import dev.codepurger.spec.Rule;
import dev.codepurger.spec.RuleCatalogue;
import dev.codepurger.spec.RuleText;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules as files that can be mutated: a fault of meaning is a change of the text of a rule. One file for each family. */
public final class SpecFiles {
    private final Map<Family, Integer> firstLine = new EnumMap<>(Family.class);
    private final ImmutableMap<String, Source> files;
    private final RuleCatalogue rules;

    /** Of these rules, and the document that comes with them. */
    public SpecFiles(RuleCatalogue rules) {
        this.rules = rules;
        List<String> lines = Splitter.on('\n').splitToList(RuleCatalogue.document());
        for (RuleText rule : rules.rules()) {
            firstLine.merge(family(rule), rule.line(), Math::min);
        }
        ImmutableMap.Builder<String, Source> all = ImmutableMap.builder();
        for (Map.Entry<Family, Integer> family : firstLine.entrySet()) {
            int from = family.getValue();
            int to = firstLine.values().stream().mapToInt(line -> line).filter(line -> line > from).min().orElse(lines.size() + 1);
            all.put(name(family.getKey()), new Source("markdown", String.join("\n", lines.subList(from - 1, to - 1)) + "\n"));
        }
        files = all.buildOrThrow();
    }

    private static Family family(RuleText rule) {
        return Rule.find(rule.id()).orElseThrow().family();
    }

    private static String name(Family family) {
        return "spec/" + family + ".md";
    }

    /** The files by their names. */
    public ImmutableMap<String, Source> files() {
        return files;
    }

    /** The file in which a rule stands. */
    public String file(Rule rule) {
        return name(rule.family());
    }

    /** A change of the heading of a rule. */
    public Change change(Rule rule, String description) {
        int line = rules.text(rule).line() - firstLine.getOrDefault(rule.family(), 1) + 1;
        String text = files.getOrDefault(file(rule), new Source("", "")).text();
        Span span = Span.ofLine(text, line);
        return new Change(span, Splitter.on('\n').splitToList(text).get(line - 1) + " [" + description + "]");
    }

    /** The rules as what tests are about. */
    public static List<TestedRule> tested(Map<Rule, String> reasons) {
        return Arrays.stream(Rule.values()).map(rule -> new TestedRule(rule.id(), rule.title(),
                rule.level() == Level.MUST && !rule.observability().isEmpty(), reasons.getOrDefault(rule, ""))).toList();
    }
}
