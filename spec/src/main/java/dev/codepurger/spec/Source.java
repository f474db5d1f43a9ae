package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** The lines of the document, to say where a node stands and what its Markdown is. */
final class Source {
    private final List<String> lines;

    Source(String markdown) {
        lines = markdown.lines().toList();
    }

    int line(Node node) {
        return node.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    String heading(Heading heading) {
        return markdown(heading).replaceFirst("^#+\\s*", "");
    }

    String markdown(Node node) {
        List<String> parts = new ArrayList<>();
        for (SourceSpan span : node.getSourceSpans()) {
            String line = lines.get(span.getLineIndex());
            parts.add(line.substring(span.getColumnIndex(), span.getColumnIndex() + span.getLength()));
        }
        return String.join("\n", parts);
    }

    Prose prose(List<Node> nodes) {
        List<String> markdown = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        for (Node node : nodes) {
            markdown.add(markdown(node));
            plain.add(PlainText.of(node));
        }
        return new Prose(String.join("\n\n", markdown), String.join("\n\n", plain));
    }

    Prose prose(Node node, String prefix) {
        Prose whole = prose(List.of(node));
        return new Prose(whole.markdown().substring(prefix.length()), whole.plain().substring(prefix.length()));
    }
}
