package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    @DisplayName("the oracle holds few states for 25 victims among 100 idle processes")
    void oracle() {
        Shell shell = Shell.run("bench", "oracle-states");
        assertEquals(0, shell.code(), shell.err());
        List<String> rows = shell.out().lines().skip(1).toList();
        assertEquals(36, rows.size(), shell.out());
        for (String row : rows) {
            List<String> cells = List.of(row.split(" {2,}"));
            assertTrue(Integer.parseInt(cells.get(4)) < 10_000, row);
            assertEquals("conforms", cells.get(7), row);
        }
    }

    @Test
    @DisplayName("the explorer is measured with one worker and with two, and goes without TLC where there is none")
    void explore() {
        Shell shell = Shell.run("bench", "explore", "--worlds", "crowd-100k");
        assertEquals(0, shell.code(), shell.err());
        List<String> cells = List.of(shell.out().lines().skip(1).findFirst().orElseThrow().split(" {2,}"));
        assertEquals(List.of("crowd-100k", "136182"), cells.subList(0, 2), shell.out());
        assertTrue(Integer.parseInt(cells.get(3)) > 0 && Integer.parseInt(cells.get(4)) > 0, shell.out());
        double waiting = Double.parseDouble(cells.get(6));
        assertTrue(waiting >= 0 && waiting < 1, shell.out());
        assertEquals("-", cells.get(7), shell.out());
        assertEquals(2, Shell.run("bench", "explore", "--tlc", "nowhere.jar").code());
    }
}
