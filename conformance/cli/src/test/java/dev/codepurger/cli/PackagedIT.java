package dev.codepurger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the jar as it is packaged: what its own class path lacks is found nowhere else, for there are the libraries of the tests. */
class PackagedIT {

    private static final Path JAR = Path.of(System.getProperty("codepurger.jar"));

    @TempDir
    Path folder;

    @Test
    void programsCanBeSubjects() throws IOException, InterruptedException {
        Path sample = Path.of("..", "..", "samples", "python", "purger.py").toAbsolutePath();
        String out = conforming("run", "--strict-protocol", "--subject", "exec:python3 '" + sample + "'", "--cases", "kill-*");
        assertTrue(out.contains("verdict: conforms"), out);
    }

    @Test
    void theReferenceIsListed() throws IOException, InterruptedException {
        String out = conforming("subjects");
        assertTrue(out.contains("reference"), out);
    }

    private String conforming(String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar",
                JAR.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "does not end");
            String text = Files.readString(out, StandardCharsets.UTF_8);
            assertEquals(0, process.exitValue(), text);
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
