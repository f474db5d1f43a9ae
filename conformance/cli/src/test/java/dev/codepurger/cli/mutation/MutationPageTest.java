package dev.codepurger.cli.mutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser. */
@Tag("slow")
class MutationPageTest {
    /** All text that the component shows, which stands in the shadows of its parts, once it has drawn itself. */
    private static final String DRAWN = """
            (async () => {
                const text = root => [...root.childNodes].map(node => node.nodeType === Node.TEXT_NODE ? node.data
                    : node.nodeName === 'STYLE' ? '' : text(node.shadowRoot || node)).join(' ');
                const app = document.querySelector('mutation-test-report-app');
                while (!text(app.shadowRoot).includes('AWAITED')) {
                    await new Promise(requestAnimationFrame);
                }
                return text(app.shadowRoot);
            })()""";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Programs.require("chromium", "chromium");
        browser = new Browser(folder.resolve("browser"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path open(String html) throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        browser.open(page);
        return page;
    }

    private static String page(MutationReport report) {
        return new MutationPage(ImmutableMap.of(MutationJson.of(report), report), List.of()).html();
    }

    private static int count(String selector) throws IOException {
        return browser.value("document.querySelectorAll('" + selector + "').length").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Reports.HOSTILE})
    @DisplayName("its tables are there, the component draws itself, and whatever stands in the report, nothing is asked for and no script fails")
    void opens(String text) throws IOException {
        Path page = open(page(Reports.sample(text)));
        assertEquals(4, count("table.rules tbody tr"));
        assertEquals(1, count("table.rules tr.idle"));
        assertEquals(1, count("table.one-rule tbody tr"));
        assertEquals(2, count("ul.idle-rules li"));
        assertEquals(3, count("table.tests tbody tr"));
        assertEquals(5, count("table.mutants tbody tr"));
        assertEquals(1, count("table.undetected tbody tr"));
        assertEquals(1, count("table.accepted tbody tr"));
        String drawn = browser.value(DRAWN.replace("AWAITED", "file.erl")).asText();
        assertTrue(drawn.contains("75.00"), drawn);
        assertEquals("undefined", browser.value("typeof window.harm").asText());
        assertEquals(List.of(), browser.errors());
        assertEquals(List.of(page.toUri().toString()), browser.requests());
    }

    @Test
    @DisplayName("what is looked for is found in a page that does it")
    void finds() throws IOException {
        open("<img src='https://example.org/x'><script>throw new Error('broken')</script>");
        assertTrue(browser.requests().contains("https://example.org/x"), () -> String.valueOf(browser.requests()));
        assertTrue(browser.errors().stream().anyMatch(one -> one.contains("broken")), () -> String.valueOf(browser.errors()));
    }

    @Test
    @DisplayName("a request that something in the page should try is refused")
    void forbids() throws IOException {
        open(page(Reports.sample("")).replace("</body>", "<img src='https://example.org/x'></body>"));
        assertEquals(List.of("csp"), browser.refused());
        assertFalse(browser.errors().isEmpty());
    }
}
