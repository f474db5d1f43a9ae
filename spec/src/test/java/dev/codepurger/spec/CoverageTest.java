package dev.codepurger.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every measured behaviour is covered by rules, or the document says why it is out of scope. */
class CoverageTest {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern RULE_ID = Pattern.compile("\\b([A-Z]+-[0-9]+)\\b");

    private record Row(List<String> behaviours, String coverage) {
    }

    @Test
    void everyMeasuredBehaviourIsInTheTableExactlyOnce() throws IOException {
        List<String> named = rows().stream().flatMap(row -> row.behaviours().stream()).sorted().toList();
        assertEquals(measured().stream().sorted().toList(), named);
    }

    @Test
    void everyRowNamesRulesOrAReason() {
        for (Row row : rows()) {
            List<String> ids = RULE_ID.matcher(row.coverage()).results().map(MatchResult::group).toList();
            assertTrue(row.coverage().startsWith("out of scope: ") ? ids.isEmpty() : !ids.isEmpty(), row.toString());
            assertEquals(ids.stream().distinct().toList(), ids, row.toString());
        }
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        String document = RuleCatalogue.document();
        document.substring(document.indexOf("## Coverage of the measured behaviour")).lines().filter(line -> line.startsWith("| `"))
                .forEach(line -> {
                    String[] cells = line.split("\\|", -1);
                    assertEquals(4, cells.length, line);
                    rows.add(new Row(NAME.matcher(cells[1]).results().map(result -> result.group(1)).toList(), cells[2].strip()));
                });
        return rows;
    }

    private static List<String> measured() throws IOException {
        try (InputStream stream = CoverageTest.class.getResourceAsStream("measured-behaviours.txt")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
