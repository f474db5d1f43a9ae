package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The samples in Python. */
final class Python {
    /** The folder that everything is named from. */
    static final Path ROOT = Path.of("..", "..");
    static final Path SAMPLE = ROOT.resolve(Path.of("samples", "python", "purger.py"));

    private Python() {
    }

    /** What a program wrote, both streams in one, and how it ended. */
    record Run(int code, String out) {
    }

    /** Skips the test where there is no Python, and says so. In CI, which is told to have it, that is a failure. */
    static void require() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        String what = "there is no python3 on the path; install it (Debian: apt-get install python3)";
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(what);
        }
        assumeTrue(there, what);
    }

    static Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }
}
