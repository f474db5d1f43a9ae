package dev.codepurger.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.ExpectedFailure;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A file of expected failures: a list of objects, each with the same five texts. Whatever is wrong gets one line that says where. */
final class ExpectedFailuresFile {
    private static final ImmutableSet<String> FIELDS = ImmutableSet.of("rule", "subject", "profile", "reason", "link");
    private static final long MOST_BYTES = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).maxStringLength(10_000).maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private final Path file;
    private final JsonParser parser;

    private ExpectedFailuresFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads it.
     *
     * @throws CliException if it cannot be read, or is no such list
     */
    static ImmutableList<ExpectedFailure> read(Path file) {
        try (InputStream in = Files.newInputStream(file); JsonParser parser = FACTORY.createParser(in)) {
            return new ExpectedFailuresFile(file, parser).list();
        } catch (IOException e) {
            // The parser's own second line says where it stood in its buffer.
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CliException.usage("the expected failures in " + Context.quoted(file.toString()) + " cannot be read: "
                    + e.getClass().getSimpleName() + " " + Context.quoted(first), e);
        }
    }

    private ImmutableList<ExpectedFailure> list() throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw wrong("a list is wanted");
        }
        ImmutableList.Builder<ExpectedFailure> all = ImmutableList.builder();
        Set<String> known = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ExpectedFailure one = one();
            if (!known.add(one.rule() + " " + one.profile() + " " + one.subject())) {
                throw wrong(one.rule() + " of " + one.profile() + " stands twice for " + Context.quoted(one.subject()));
            }
            all.add(one);
        }
        if (parser.nextToken() != null) {
            throw wrong("nothing may come after the list");
        }
        return all.build();
    }

    private ExpectedFailure one() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("an object is wanted");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (!FIELDS.contains(field)) {
                throw wrong("there is no field " + Context.quoted(field) + "; there are " + String.join(", ", FIELDS));
            }
            if (parser.nextToken() != JsonToken.VALUE_STRING || parser.getText().isBlank()) {
                throw wrong(field + " wants a text");
            }
            texts.put(field, parser.getText());
        }
        for (String field : FIELDS) {
            if (!texts.containsKey(field)) {
                throw wrong(field + " is missing");
            }
        }
        return new ExpectedFailure(rule(text(texts, "rule"), text(texts, "profile")), text(texts, "subject"), text(texts, "profile"),
                text(texts, "reason"), text(texts, "link"));
    }

    private static String text(Map<String, String> texts, String field) {
        return texts.getOrDefault(field, "");
    }

    private Rule rule(String id, String profile) {
        if (Profiles.find(profile).isEmpty()) {
            throw wrong("there is no profile " + Context.quoted(profile) + "; there are " + Context.list(Profiles.names()));
        }
        Rule rule = Rule.find(id).orElseThrow(() -> wrong("there is no rule " + Context.quoted(id)));
        if (!rule.holdsFor(profile)) {
            throw wrong(id + " is not a rule of the profile " + profile);
        }
        return rule;
    }

    private CliException wrong(String what) {
        int line = parser.currentLocation().getLineNr();
        return CliException.usage("the expected failures in " + Context.quoted(file.toString()) + ", line " + line + ": " + what);
    }
}
