package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs of TLC. Each is a process of its own, for TLC keeps its state in statics. */
final class Tlc {

    private Tlc() {}

    /**
     * Runs it to the end.
     *
     * @param folder for what it writes; nothing else may be in it
     * @return what it says
     */
    static String run(Path folder, String... arguments) throws IOException, InterruptedException, URISyntaxException {
        return run(5, folder, arguments);
    }

    /** The same with another number of minutes that it may take. */
    static String run(int minutes, Path folder, String... arguments) throws IOException, InterruptedException, URISyntaxException {
        File said = folder.resolve("said.txt").toFile();
        // It unpacks its standard modules into the folder for temporary files.
        List<String> command = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m",
                "-Djava.io.tmpdir=" + folder, "-cp", jar(), "tlc2.TLC", "-deadlock", "-workers", "1", "-metadir",
                folder.resolve("states").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(Manifest.FOLDER.toFile()).redirectErrorStream(true).redirectOutput(said)
                .start();
        try {
            assertTrue(process.waitFor(minutes, TimeUnit.MINUTES), "TLC takes more than " + minutes + " minutes");
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said.toPath(), StandardCharsets.UTF_8);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() throws URISyntaxException {
        try {
            Class<?> tlc = Class.forName("tlc2.TLC", false, Tlc.class.getClassLoader());
            return Path.of(tlc.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
