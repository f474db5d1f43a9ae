package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What several clients do at once, written down,")
class SoakCommandTest {

    private static Shell record(String subject, Path file) {
        return Shell.run("soak", "--subject", subject, "--events", "2000", "--processes", "5", "--clients", "3", "--record",
                file.toString());
    }

    @Test
    @DisplayName("is a trace that check accepts to its end")
    void accepted(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("load.ndjson");
        Shell soak = record("reference", file);
        assertEquals(0, soak.code(), soak.err());
        long events = Files.readAllLines(file).size() - 1L;
        assertTrue(events >= 2_000, soak.out());
        assertTrue(soak.out().contains(events + " events in " + file + ", not judged"), soak.out());

        Shell check = Shell.run("check", file.toString());
        assertEquals(0, check.code(), check.out());
        assertTrue(check.out().contains("1 trace, " + events + " legal events: 1 conforms"), check.out());
    }

    @Test
    @DisplayName("is rejected where the subject is faulty")
    void rejected(@TempDir Path folder) {
        Path file = folder.resolve("load.ndjson");
        assertEquals(0, record("fault:answered-twice", file).code());
        Shell check = Shell.run("check", file.toString());
        assertEquals(1, check.code(), check.out());
        assertTrue(check.out().contains("DISPATCH-4"), check.out());
    }

    @Test
    @DisplayName("needs a file that can be written")
    void refused(@TempDir Path folder) {
        assertEquals(2, record("reference", folder).code());
    }
}
