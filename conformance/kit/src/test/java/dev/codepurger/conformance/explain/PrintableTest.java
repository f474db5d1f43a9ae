package dev.codepurger.conformance.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    @DisplayName("what can be seen stays, what cannot is written out")
    void text() {
        assertEquals("caf\u00e9 \u2192 \\u001b[0m \\u202e\\u200b\\ud800 \\u2028\n",
                Printable.text("caf\u00e9 \u2192 \u001b[0m \u202e\u200b\ud800 \u2028\n"));
        assertEquals("a\\u000ab\\u000d", Printable.line("a\nb\r"));
    }
}
