package dev.codepurger.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the chapters of the families and cuts them into rules. What stands outside these chapters is not looked at. */
final class SpecParser {
    private static final Pattern FAMILY = Pattern.compile("([A-Z]+): .+");
    private static final Pattern RULE = Pattern.compile("([A-Z]+)-([1-9][0-9]{0,3}) (.+)");

    private final Source source;
    private final Node document;
    private final Map<String, RuleText> rules = new LinkedHashMap<>();
    private @Nullable Family family;
    private @Nullable Family lastFamily;
    private int lastNumber;

    SpecParser(String markdown) {
        source = new Source(markdown);
        document = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build().parse(markdown);
    }

    List<RuleText> parse() {
        Node node = document.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            if (node instanceof Heading heading) {
                List<Node> blocks = blocksAfter(heading);
                next = blocks.isEmpty() ? next : blocks.getLast().getNext();
                section(heading, blocks);
            }
            node = next;
        }
        return List.copyOf(rules.values());
    }

    private static List<Node> blocksAfter(Heading heading) {
        List<Node> blocks = new ArrayList<>();
        for (Node node = heading.getNext(); node != null && !(node instanceof Heading); node = node.getNext()) {
            blocks.add(node);
        }
        return blocks;
    }

    private void section(Heading heading, List<Node> blocks) {
        String text = source.heading(heading);
        int line = source.line(heading);
        if (heading.getLevel() < 3) {
            chapter(text, line);
        } else if (family != null) {
            rule(text, line, heading, blocks);
        } else if (RULE.matcher(text).matches()) {
            throw new SpecFormatException(line, "a rule outside the chapter of its family: " + text);
        }
    }

    private void chapter(String text, int line) {
        family = null;
        Matcher matcher = FAMILY.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        Family found = family(matcher.group(1), line);
        if (lastFamily != null && found.compareTo(lastFamily) <= 0) {
            throw new SpecFormatException(line, "the chapter " + found + " comes after " + lastFamily);
        }
        family = found;
        lastFamily = found;
        lastNumber = 0;
    }

    private static Family family(String name, int line) {
        for (Family family : Family.values()) {
            if (family.name().equals(name)) {
                return family;
            }
        }
        throw new SpecFormatException(line, "there is no family " + name);
    }

    private void rule(String text, int line, Heading heading, List<Node> blocks) {
        Matcher matcher = RULE.matcher(text);
        if (heading.getLevel() != 3 || !matcher.matches()) {
            throw new SpecFormatException(line, "expected a heading such as '### KILL-3 Title', found: " + text);
        }
        String id = matcher.group(1) + "-" + matcher.group(2);
        RuleText earlier = rules.get(id);
        if (earlier != null) {
            throw new SpecFormatException(line, "the id " + id + " is used on line " + earlier.line() + " already");
        }
        if (family == null || !matcher.group(1).equals(family.name())) {
            throw new SpecFormatException(line, id + " stands in the chapter " + family);
        }
        int number = Integer.parseInt(matcher.group(2));
        if (number <= lastNumber) {
            throw new SpecFormatException(line, id + " comes after " + family + "-" + lastNumber);
        }
        lastNumber = number;
        rules.put(id, new RuleParser(source, id, matcher.group(3), line, blocks).parse());
    }
}
