package dev.codepurger.cli.mutation;

import com.google.common.html.HtmlEscapers;
import java.util.List;

/** HTML that is put together from text: whatever is handed in as text is escaped, and only this class writes tags. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** An element with text in it; a {@code kind} that is not empty becomes its class. */
    Html element(String tag, String kind, String text) {
        return open(tag, kind).text(text).close(tag);
    }

    Html open(String tag, String kind) {
        out.append('<').append(tag);
        if (!kind.isEmpty()) {
            out.append(" class=\"").append(escaped(kind)).append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** Begins a table whose first row names its columns. */
    Html table(String kind, String... columns) {
        open("table", kind).open("thead", "").open("tr", "");
        for (String column : columns) {
            element("th", "", column);
        }
        return close("tr").close("thead").open("tbody", "");
    }

    Html endTable() {
        return close("tbody").close("table");
    }

    Html row(String kind, String... cells) {
        open("tr", kind);
        for (String cell : cells) {
            element("td", "", cell);
        }
        return close("tr");
    }

    /** A cell with a number, and with the names that were counted when it is opened. */
    Html counted(List<String> names) {
        open("td", "");
        if (names.isEmpty()) {
            text("0");
        } else {
            open("details", "").element("summary", "", String.valueOf(names.size())).text(String.join(", ", names)).close("details");
        }
        return close("td");
    }

    /** Something that is hidden until it is opened. */
    Html folded(String title) {
        return open("details", "").element("summary", "", title);
    }

    /** Markup that comes from this program and nowhere else. */
    Html markup(String trusted) {
        out.append(trusted);
        return this;
    }

    private static String escaped(String text) {
        return HtmlEscapers.htmlEscaper().escape(text);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
