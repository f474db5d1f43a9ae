package dev.codepurger.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs that a test needs and a build does not. */
public final class Programs {
    private Programs() {
    }

    /**
     * Skips the test where the program is missing, and says so. Where the environment variable {@code CI} is set, nobody would read that, and
     * the test fails.
     *
     * @param program its name on the path
     * @param debian the package of Debian that has it
     */
    public static void require(String program, String debian) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        String missing = "there is no " + program + " on the path; install it (Debian: apt-get install " + debian + ")";
        if (!there && System.getenv("CI") != null) {
            throw new AssertionError(missing);
        }
        assumeTrue(there, missing);
    }
}
