package dev.codepurger.conformance.explain;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Several lines that have much in common, each a list of parts with semicolons between: what all of them say is said once. */
final class Differences {
    private static final Splitter PARTS = Splitter.on("; ");

    private Differences() {
    }

    /** What all say, if anything, then what else each of them says; a single line as it is. */
    static List<String> of(List<String> lines) {
        if (lines.size() < 2) {
            return lines;
        }
        List<String> common = new ArrayList<>(PARTS.splitToList(lines.get(0)));
        for (String line : lines) {
            common.retainAll(PARTS.splitToList(line));
        }
        ImmutableList.Builder<String> all = ImmutableList.builder();
        all.add("in all of them: " + (common.isEmpty() ? "nothing" : String.join("; ", common)));
        for (String line : lines) {
            List<String> rest = new ArrayList<>(PARTS.splitToList(line));
            rest.removeAll(common);
            all.add("or: " + (rest.isEmpty() ? "no more than that" : String.join("; ", rest)));
        }
        return all.build();
    }
}
