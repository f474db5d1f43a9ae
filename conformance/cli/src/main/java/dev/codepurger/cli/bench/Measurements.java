package dev.codepurger.cli.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.base.Preconditions;
import dev.codepurger.cli.report.Json;
import dev.codepurger.conformance.explain.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a bench measured: a table for people, or an array of objects for programs. */
public final class Measurements {
    private final List<Column> columns;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    /**
     * One column.
     *
     * @param key the name of the field for programs
     * @param heading the same for people
     */
    public record Column(String key, String heading) {
    }

    /** No row yet. */
    public Measurements(Column... columns) {
        this.columns = List.of(columns);
    }

    /** One more row: a number, a text or a truth value for each column, null for what could not be measured. */
    public void row(@Nullable Object... values) {
        Preconditions.checkArgument(values.length == columns.size(), "%s values for %s columns", values.length, columns.size());
        List<@Nullable Object> row = new ArrayList<>();
        Collections.addAll(row, values);
        rows.add(row);
    }

    /** As a table, a line each. */
    public List<String> lines() {
        Table table = new Table();
        table.row(columns.stream().map(Column::heading).toArray(String[]::new));
        for (List<@Nullable Object> row : rows) {
            table.row(row.stream().map(Measurements::cell).toArray(String[]::new));
        }
        return table.lines("  ");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.3f", number) : value.toString();
    }

    /** As JSON. */
    public String json() {
        return Json.write(json -> {
            json.writeStartArray();
            for (List<@Nullable Object> row : rows) {
                json.writeStartObject();
                for (int i = 0; i < columns.size(); i++) {
                    field(json, columns.get(i).key(), row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void field(JsonGenerator json, String key, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNullField(key);
            case Integer number -> json.writeNumberField(key, number);
            case Long number -> json.writeNumberField(key, number);
            case Boolean truth -> json.writeBooleanField(key, truth);
            case Double number -> json.writeNumberField(key, number);
            default -> json.writeStringField(key, value.toString());
        }
    }
}
