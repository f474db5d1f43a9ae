package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.conformance.subject.SubjectException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    @DisplayName("words are split and quoted as by a shell, and nothing is expanded")
    void splits() throws SubjectException {
        assertEquals(List.of("python3", "purger.py"), Words.split("  python3\tpurger.py\n"));
        assertEquals(List.of("sh", "-c", "echo \"$HOME\" | cat"), Words.split("sh -c 'echo \"$HOME\" | cat'"));
        assertEquals(List.of("a b", "", "c\"d\\e\\f", "gh"), Words.split("a\\ b '' \"c\\\"d\\\\e\\f\" g'h'"));
        assertEquals(List.of("$HOME", "*", "~", "a;b", "`x`"), Words.split("$HOME * ~ a;b `x`"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '^', textBlock = """
            ^^ # exec: wants a command
            ^   ^ # exec: wants a command
            '' # exec: wants a command
            a 'b # the command of exec: has an apostrophe that is not closed
            a "b # the command of exec: has a quote that is not closed
            a "b\\ # the command of exec: has a quote that is not closed
            a\\ # the command of exec: has a backslash at its end
            """)
    @DisplayName("a command that cannot be split is refused in a sentence")
    void refuses(String command, String message) {
        String said = String.valueOf(assertThrows(SubjectException.class, () -> Words.split(command)).getMessage());
        assertEquals(message, said.substring(0, Math.min(said.length(), message.length())));
    }
}
