package dev.codepurger.conformance.explain;

import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A history as a table: who did what between which moments of the subject's clock, in the order in which things ended. */
final class HistoryTable {

    private HistoryTable() {
    }

    private record Line(String actor, Event event) {
    }

    static List<String> lines(History history, boolean violated) {
        List<Line> all = new ArrayList<>();
        history.lines().forEach((actor, events) -> events.forEach(event -> all.add(new Line(actor, event))));
        all.sort(Comparator.comparing(Line::event, Event.BY_END));
        Table table = new Table();
        table.row("    from", "to", "by", "was done", "the subject showed");
        for (int i = 0; i < all.size(); i++) {
            Event event = all.get(i).event();
            String from = (violated && i == all.size() - 1 ? ">>> " : "    ") + event.from();
            String to = event.to() == Event.OPEN ? "" : Long.toString(event.to());
            String label = Notation.label(event.label());
            if (event.label() instanceof Label.Did) {
                table.row(from, to, all.get(i).actor(), label);
            } else {
                table.row(from, to, all.get(i).actor(), "", label);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table.lines("  "));
        return lines;
    }
}
