package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Did;
import java.util.List;

/** What would have been legal where something else came, in words. */
public final class Alternatives {
    private static final int SHOWN = 40;

    private Alternatives() {
    }

    /** The labels that {@code before} would have allowed in the place of this one; if they are very many, the first of them and how many more. */
    public static ImmutableList<String> to(Label label, Judge before) {
        List<String> all = all(label, before);
        if (all.size() <= SHOWN) {
            return ImmutableList.copyOf(all);
        }
        return ImmutableList.<String>builder().addAll(all.subList(0, SHOWN)).add("and " + (all.size() - SHOWN) + " more").build();
    }

    /** The same, however many. */
    public static List<String> all(Label label, Judge before) {
        return switch (label) {
            case Did did ->
                before.legalResponses(did.stimulus()).stream().map(one -> Notation.label(new Did(did.stimulus(), one))).toList();
            case Label.Observation seen -> before.legalNext().stream().map(Notation::label).sorted().toList();
        };
    }
}
