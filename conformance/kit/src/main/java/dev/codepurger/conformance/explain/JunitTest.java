package dev.codepurger.conformance.explain;

import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A test to paste into a project that has {@code codepurger-conformance} and JUnit: it fails as long as the trace is not legal. */
public final class JunitTest {
    private JunitTest() {
    }

    /** The lines of a class of its own, {@code TraceTest}. */
    public static List<String> lines(Rejection rejection) {
        List<String> lines = new ArrayList<>(List.of("import static org.junit.jupiter.api.Assertions.assertEquals;", "",
                "import dev.codepurger.conformance.cases.StepReader;", "import dev.codepurger.model.oracle.OracleOptions;",
                "import dev.codepurger.model.oracle.PurgeOracle;", "import dev.codepurger.model.oracle.Verdict;",
                "import dev.codepurger.model.purger.Profile;"));
        if (!rejection.gaps().isEmpty()) {
            lines.add(2, "import com.google.common.collect.ImmutableSet;");
            lines.addAll(List.of("import dev.codepurger.model.world.Gaps;", "import dev.codepurger.model.world.Unseen;"));
        }
        lines.addAll(List.of("import java.util.List;", "import org.junit.jupiter.api.Test;", "",
                "class TraceTest {", "    @Test", "    void isLegal() {",
                "        PurgeOracle oracle = PurgeOracle.of(" + profile(rejection.profile()) + ", OracleOptions.DEFAULT"
                        + (rejection.effects() ? ".withEffects(true)" : "") + gaps(rejection.gaps()) + ");",
                "        List<String> trace = List.of("));
        List<Label> trace = rejection.shorter();
        for (int i = 0; i < trace.size(); i++) {
            lines.add("                " + literal(Notation.compact(trace.get(i))) + (i + 1 < trace.size() ? "," : ");"));
        }
        lines.addAll(List.of("        for (String label : trace) {", "            oracle = oracle.observe(StepReader.label(label));",
                "            assertEquals(Verdict.CONFORMS, oracle.verdict(), label);", "        }", "    }", "}"));
        return lines;
    }

    private static String gaps(Gaps gaps) {
        if (gaps.isEmpty()) {
            return "";
        }
        String kinds = gaps.unseen().stream().map(kind -> "Unseen." + kind).collect(Collectors.joining(", "));
        return ".missing(new Gaps(ImmutableSet.of(" + kinds + "), " + gaps.middle() + "))";
    }

    private static String profile(Profile profile) {
        String constant = "Profile." + profile.name().toUpperCase(Locale.ROOT).replace('-', '_') + ".withKillLimit("
                + profile.killLimit() + ")";
        return profile.limitsRequests() ? constant + ".withRequestsInFlight(" + profile.requestsInFlight() + ")" : constant;
    }

    /** A backslash is doubled, also one before a u: javac would take it for the beginning of a character. */
    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
