package dev.codepurger.cli.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MutationJsonTest {

    /** What the schema of the npm package mutation-testing-report-schema, 3.7.0, has against it. */
    private static Set<ValidationMessage> problems(JsonNode report) throws IOException {
        try (InputStream schema = Objects
                .requireNonNull(MutationJsonTest.class.getResourceAsStream("/schema/mutation-testing-report-schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema).validate(report);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Reports.HOSTILE})
    @DisplayName("a report fits the published schema")
    void fits(String text) throws IOException {
        assertEquals(Set.of(), problems(new ObjectMapper().readTree(MutationJson.of(Reports.sample(text)))));
    }

    @Test
    @DisplayName("the schema has something against a state that it does not know")
    void schemaIsUsed() throws IOException {
        String json = MutationJson.of(Reports.sample("")).replace("\"Survived\"", "\"Lived\"");
        assertEquals(1, problems(new ObjectMapper().readTree(json)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Reports.HOSTILE})
    @DisplayName("what was written can be read, and is the same")
    void roundTrip(String text) throws IOException {
        MutationReport report = Reports.sample(text);
        assertEquals(report, MutationReader.read(MutationJson.of(report)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"config\": {\"codepurger\": 1}}", "{", "17"})
    @DisplayName("what is no report is refused")
    void refused(String text) {
        assertThrows(IOException.class, () -> MutationReader.read(text));
    }
}
