package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.reference.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The page about faults and their logs")
class FaultLogsTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "reference", "faults-by-log.md");
    /** Every so many of the faults is looked at. {@code codepurger faults --logs --seeds 1} prints the table of all. */
    private static final int EACH = 9;

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
    }

    /** Those that chance does not have a part in. */
    static Stream<String> some() {
        List<Fault> faults = Fault.all().stream().filter(fault -> !fault.needsThreads()).toList();
        return IntStream.range(0, faults.size()).filter(i -> i % EACH == 0).mapToObj(i -> faults.get(i).name());
    }

    @Test
    @DisplayName("has every fault, in order, with what it does")
    void all() throws IOException {
        assertEquals(Fault.all().stream().map(fault -> "| `" + fault.name() + "` | " + fault.description()).toList(),
                rows().stream().map(row -> row.substring(0, row.indexOf(" | ", row.indexOf(" | ") + 1))).toList());
    }

    @ParameterizedTest
    @MethodSource("some")
    @Tag("slow")
    @DisplayName("says what their logs show")
    void rows(String fault) throws IOException {
        Shell shell = Shell.run("faults", "--logs", "--seeds", "1", "--faults", fault);
        assertEquals(0, shell.code(), shell.out());
        assertEquals(rows().stream().filter(row -> row.startsWith("| `" + fault + "` |")).toList(),
                shell.out().lines().filter(row -> row.startsWith("| `")).toList());
    }

    @Test
    @DisplayName("would show a fault that no log rejects")
    void notRejected() {
        Shell shell = Shell.run("faults", "--logs", "--seeds", "1", "--faults", "kill-limit-11", "--cases", "module-delete");
        assertEquals(1, shell.code(), shell.out());
        assertTrue(shell.out().contains("| KILL-1 | no |"), shell.out());
    }
}
