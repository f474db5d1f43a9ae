package dev.codepurger.cli.report;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.spec.RuleCatalogue;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder that reports go to. It is tried when it is opened, so that nobody waits for a run whose report cannot be written. */
public final class ReportFolder {
    private static final String JSON = "report.json";
    private static final String XML = "junit.xml";
    private static final String FAULTS = "faults.json";

    private final Path folder;
    private final RuleCatalogue rules;

    private ReportFolder(Path folder, RuleCatalogue rules) {
        this.folder = folder;
        this.rules = rules;
    }

    /** A folder cannot be written to. */
    public static final class NotWritable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWritable(Path folder, IOException cause) {
            super("the report folder \"" + folder + "\" cannot be written: " + reason(cause), cause);
        }

        /** The messages of file system exceptions are often the bare path; their kind says what is wrong. */
        private static String reason(IOException cause) {
            return switch (cause) {
                case FileAlreadyExistsException e -> "there is a file of that name";
                case AccessDeniedException e -> "access to " + e.getFile() + " is denied";
                case NoSuchFileException e -> e.getFile() + " cannot be made there";
                case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
                case FileSystemException e -> e.getFile() + " (" + e.getClass().getSimpleName() + ")";
                default -> String.valueOf(cause.getMessage());
            };
        }
    }

    /**
     * Opens it, with all folders above it.
     *
     * @throws NotWritable if nothing can be written there
     */
    public static ReportFolder open(Path folder, RuleCatalogue rules) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".codepurger", null));
            for (String name : new String[]{JSON, XML}) {
                if (Files.isDirectory(folder.resolve(name))) {
                    throw new IOException(name + " is a folder there");
                }
            }
        } catch (IOException e) {
            throw new NotWritable(folder, e);
        }
        return new ReportFolder(folder, rules);
    }

    /**
     * Writes both reports.
     *
     * @throws NotWritable if they cannot be written any more
     */
    public void write(RunResult result, CaseCatalogue cases) {
        ImmutableMap<String, String> environment = ImmutableMap.of("java", System.getProperty("java.version", "?"), "os",
                System.getProperty("os.name", "?"), "arch", System.getProperty("os.arch", "?"), "processors",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        try {
            replace(folder.resolve(JSON), new JsonReport(rules, cases, result, environment).text());
            replace(folder.resolve(XML), new JunitXml(rules, result).text());
        } catch (IOException e) {
            throw new NotWritable(folder, e);
        }
    }

    /**
     * Writes what came of faults.
     *
     * @return the file, in words
     * @throws NotWritable if it cannot be written any more
     */
    public String write(FaultReport report) {
        return write(FAULTS, report.json() + "\n").toString();
    }

    /**
     * Writes a file.
     *
     * @return where it is
     * @throws NotWritable if it cannot be written any more
     */
    public Path write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            replace(file, text);
        } catch (IOException e) {
            throw new NotWritable(folder, e);
        }
        return file;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** Nobody ever sees half a report. */
    private static void replace(Path file, String text) throws IOException {
        Path written = Files.writeString(file.resolveSibling("." + file.getFileName() + ".new"), text);
        try {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The files, in words. */
    public String files() {
        return folder.resolve(JSON) + ", " + folder.resolve(XML);
    }
}
