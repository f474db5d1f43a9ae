package dev.codepurger.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that must not change unnoticed. {@code -Dcodepurger.golden.update=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {
    }

    public static void check(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("codepurger.golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, () -> name + " differs; if that is meant, run with -Dcodepurger.golden.update=true");
    }
}
