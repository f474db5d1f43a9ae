package dev.codepurger.cli.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.SubjectForm;
import dev.codepurger.conformance.subject.SubjectInfo;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON as this program writes it: indented, in ASCII, so that nothing in it can disturb a terminal. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private Json() {
    }

    /** Writes with a generator. */
    public interface Content {
        /** Writes one value. */
        void write(JsonGenerator generator) throws IOException;
    }

    /** The content as text. */
    public static String write(Content content) {
        StringWriter text = new StringWriter();
        // The same line ends everywhere, so that a report is the same everywhere.
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            content.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A subject as an object. */
    public static void subject(JsonGenerator json, SubjectInfo info) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", info.name());
        json.writeStringField("version", info.version());
        json.writeStringField("description", info.description());
        json.writeStringField("profile", info.profile().name());
        strings(json, "profiles", info.profiles());
        json.writeNumberField("maxProcesses", info.maxProcesses());
        strings(json, "capabilities", info.capabilities().stream().map(Capability::id).toList());
        json.writeEndObject();
    }

    /** The form of a name. */
    public static void form(JsonGenerator json, SubjectForm form) throws IOException {
        json.writeStartObject();
        json.writeStringField("form", form.form());
        json.writeStringField("description", form.description());
        json.writeEndObject();
    }

    /** A field with a list of strings. */
    public static void strings(JsonGenerator json, String field, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
