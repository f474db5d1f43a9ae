package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the texts of the document with the constants of {@link Rule}, in both directions. */
final class Agreement {
    private final List<String> differences = new ArrayList<>();

    private Agreement() {
    }

    static List<String> differences(List<RuleText> texts) {
        Agreement agreement = new Agreement();
        Set<Rule> seen = new HashSet<>();
        Rule last = Rule.values()[0];
        for (RuleText text : texts) {
            Optional<Rule> rule = Rule.find(text.id());
            if (rule.isEmpty()) {
                agreement.add(text, "there is no constant for it");
                continue;
            }
            agreement.compare(text, rule.get());
            if (rule.get().compareTo(last) < 0) {
                agreement.add(text, "the constants are in another order");
            }
            last = rule.get();
            seen.add(rule.get());
        }
        for (Rule rule : Rule.values()) {
            if (!seen.contains(rule)) {
                agreement.differences.add(rule.id() + ": the document lacks it");
            }
        }
        return List.copyOf(agreement.differences);
    }

    private void compare(RuleText text, Rule rule) {
        compare(text, "title", text.title(), rule.title());
        compare(text, "level", text.level(), rule.level());
        compare(text, "profiles", text.profiles(), rule.profiles());
        compare(text, "seed lines", text.seedLines(), rule.seedLines());
        compare(text, "observability", text.observability(), rule.observability());
        compare(text, "defect", text.defect(), rule.isDefect());
    }

    private void compare(RuleText text, String what, Object inDocument, Object inConstant) {
        if (!inDocument.equals(inConstant)) {
            add(text, what + " is " + inDocument + " in the document and " + inConstant + " in the constant");
        }
    }

    private void add(RuleText text, String problem) {
        differences.add(text.id() + " (line " + text.line() + "): " + problem);
    }
}
