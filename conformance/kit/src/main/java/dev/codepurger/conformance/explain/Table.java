package dev.codepurger.conformance.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of text in columns. */
public final class Table {
    private final List<String[]> rows = new ArrayList<>();

    /** One more line. */
    public void row(String... cells) {
        rows.add(cells);
    }

    /** The lines, with this between the columns. */
    public List<String> lines(String between) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(i == 0 ? "" : between).append(row[i]).append(" ".repeat(widths[i] - row[i].length()));
            }
            return line.toString().stripTrailing();
        }).toList();
    }
}
