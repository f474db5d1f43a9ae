package dev.codepurger.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rules with their full text, read from the document that defines them. */
public final class RuleCatalogue {
    private static final String RESOURCE = "SPEC.md";

    private final Map<String, RuleText> texts = new LinkedHashMap<>();

    private RuleCatalogue(List<RuleText> rules) {
        for (RuleText rule : rules) {
            texts.put(rule.id(), rule);
        }
    }

    /**
     * Reads the document that comes with this library and checks that it agrees with {@link Rule}.
     *
     * @return the catalogue, with a text for every constant
     * @throws SpecFormatException if the document is not well formed
     * @throws IllegalStateException if it is missing or differs from the constants
     */
    public static RuleCatalogue load() {
        RuleCatalogue catalogue = parse(document());
        List<String> differences = Agreement.differences(catalogue.rules());
        if (!differences.isEmpty()) {
            throw new IllegalStateException("SPEC.md and the constants differ: " + String.join("; ", differences));
        }
        return catalogue;
    }

    /**
     * Reads a document, which need not have every rule.
     *
     * @param markdown the document
     * @return its rules
     * @throws SpecFormatException if the document is not well formed; the message names the line
     */
    public static RuleCatalogue parse(String markdown) {
        return new RuleCatalogue(new SpecParser(markdown).parse());
    }

    /**
     * The document that comes with this library.
     *
     * @return its text, in Markdown
     * @throws IllegalStateException if it is missing
     */
    public static String document() {
        try (InputStream stream = RuleCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the library was built without its document " + RESOURCE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * All rules.
     *
     * @return the rules in the order of the document
     */
    public List<RuleText> rules() {
        return List.copyOf(texts.values());
    }

    /**
     * The text of a rule.
     *
     * @param rule the rule
     * @return its text
     * @throws NoSuchElementException if the document lacks the rule, which cannot be after {@link #load()}
     */
    public RuleText text(Rule rule) {
        return find(rule.id()).orElseThrow(() -> new NoSuchElementException("the document has no rule " + rule.id()));
    }

    /**
     * Finds a rule by its id.
     *
     * @param id an id such as {@code KILL-3}
     * @return its text, or nothing if the document has no such rule
     */
    public Optional<RuleText> find(String id) {
        return Optional.ofNullable(texts.get(id));
    }
}
