package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Reads what stands under the heading of one rule. The parts have a fixed order; anything unknown is an error. */
final class RuleParser {
    private enum Part {
        NORMATIVE("text"), NOT_REQUIRED("Not required"), OBSERVED("Observed"), REASON("Reason"), INTENT("Intent");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        private String prefix() {
            return label + ": ";
        }
    }

    private static final Pattern FIELD = Pattern.compile("(?s)[A-Z][a-z]+(?: [a-z]+)?: .*");
    private static final List<Part> FIELDS = List.of(Part.NOT_REQUIRED, Part.OBSERVED, Part.REASON);

    private final Source source;
    private final String id;
    private final String title;
    private final int line;
    private final List<Node> blocks;
    private final List<Node> normative = new ArrayList<>();
    private final Map<Part, Prose> fields = new EnumMap<>(Part.class);
    private @Nullable Part last;

    RuleParser(Source source, String id, String title, int line, List<Node> blocks) {
        this.source = source;
        this.id = id;
        this.title = title;
        this.line = line;
        this.blocks = blocks;
    }

    RuleText parse() {
        if (blocks.isEmpty() || !(blocks.getFirst() instanceof Paragraph)) {
            throw new SpecFormatException(line, id + " lacks the line with its level");
        }
        Node first = blocks.getFirst();
        MetaLine meta = MetaLine.parse(source.markdown(first), source.line(first));
        for (Node block : blocks.subList(1, blocks.size())) {
            block(block);
        }
        if (normative.isEmpty()) {
            throw new SpecFormatException(line, id + " has no text");
        }
        Prose text = source.prose(normative);
        checkWord(meta.level(), text);
        checkFields(meta);
        return new RuleText(id, title, meta.level(), meta.profiles(), meta.seedLines(), meta.observability(), meta.defect(),
                text, field(Part.NOT_REQUIRED), field(Part.OBSERVED), field(Part.REASON),
                field(Part.INTENT).orElseThrow(), line);
    }

    private void block(Node block) {
        String markdown = source.markdown(block);
        if (block instanceof BlockQuote quote) {
            add(Part.INTENT, source.line(block), intent(quote));
        } else if (block instanceof Paragraph && FIELD.matcher(markdown).matches()) {
            Part part = FIELDS.stream().filter(field -> markdown.startsWith(field.prefix())).findFirst()
                    .orElseThrow(() -> new SpecFormatException(source.line(block), "unknown field '"
                            + markdown.substring(0, markdown.indexOf(':')) + "' in " + id));
            add(part, source.line(block), source.prose(block, part.prefix()));
        } else if (last == null) {
            normative.add(block);
        } else {
            throw new SpecFormatException(source.line(block), "text of " + id + " after its field '" + last.label + "'");
        }
    }

    private Prose intent(BlockQuote quote) {
        Node paragraph = quote.getFirstChild();
        if (!(paragraph instanceof Paragraph) || paragraph.getNext() != null
                || !source.markdown(paragraph).startsWith(Part.INTENT.prefix())) {
            throw new SpecFormatException(source.line(quote), "expected '> Intent: …' in " + id);
        }
        return source.prose(paragraph, Part.INTENT.prefix());
    }

    private void add(Part part, int where, Prose prose) {
        if (fields.containsKey(part)) {
            throw new SpecFormatException(where, "second field '" + part.label + "' in " + id);
        }
        if (last != null && part.compareTo(last) < 0) {
            throw new SpecFormatException(where, "'" + part.label + "' of " + id + " comes after '" + last.label + "'");
        }
        fields.put(part, prose);
        last = part;
    }

    private void checkWord(Level level, Prose text) {
        if (!Pattern.compile("\\b" + level + "\\b").matcher(text.plain()).find()) {
            throw new SpecFormatException(line, "the text of " + id + " does not contain the word " + level);
        }
    }

    private void checkFields(MetaLine meta) {
        boolean visible = !meta.observability().isEmpty();
        require(Part.OBSERVED, visible);
        require(Part.REASON, !visible);
        require(Part.INTENT, true);
    }

    private void require(Part part, boolean wanted) {
        if (fields.containsKey(part) != wanted) {
            throw new SpecFormatException(line, id + (wanted ? " lacks" : " must not have") + " the field '" + part.label + "'");
        }
    }

    private Optional<Prose> field(Part part) {
        return Optional.ofNullable(fields.get(part));
    }
}
