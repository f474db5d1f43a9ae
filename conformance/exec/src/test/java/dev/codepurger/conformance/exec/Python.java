package dev.codepurger.conformance.exec;

import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    static void require() {
        Programs.require("python3", "python3");
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
