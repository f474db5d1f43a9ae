package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the texts of the document with the constants of {@link Rule}, in both directions. */
final class Agreement {
    private final List<String> differences = new ArrayList<>();

    private Agreement() {
    }

    static List<String> differences(List<RuleText> texts) {
        Agreement agreement = new Agreement();
        List<Rule> seen = new ArrayList<>();
        for (RuleText text : texts) {
            Optional<Rule> rule = Rule.find(text.id());
            if (rule.isEmpty()) {
                agreement.add(text, "there is no constant for it");
                continue;
            }
            agreement.compare(text, rule.get());
            seen.add(rule.get());
        }
        if (!seen.equals(seen.stream().sorted().toList())) {
            agreement.differences.add("the rules of the document are in another order than the constants");
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
