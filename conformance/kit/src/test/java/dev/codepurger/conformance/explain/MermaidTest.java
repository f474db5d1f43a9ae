package dev.codepurger.conformance.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MermaidTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"p1|p1", "end|#101;nd", "End|#69;nd", "ending|ending",
            "a;b|\"a\\u003bb\"", "#35;|\"#35;35\\u003b\"", "%%|\"#37;#37;\"", "<br>|\"#60;br>\""})
    void namesMeanNothing(String name, String shown) {
        assertEquals(
                List.of("sequenceDiagram", "    participant H as harness", "    participant P as purger",
                        "    participant A1 as " + shown, "    H->>A1: kill(" + shown + ") -> ok"),
                Mermaid.lines(List.of(new Label.Did(new Stimulus.Kill(name), Response.OK)), false));
    }
}
