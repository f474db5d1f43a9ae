package dev.codepurger.cli.mutation;

import dev.codepurger.cli.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reports of several kinds in one folder, and the one page that shows all of them. */
public final class MutationFolder {
    /** The name of the page. */
    public static final String PAGE = "mutation.html";
    private static final String REPORT = ".mutation.json";
    private static final String SUMMARY = ".summary.json";

    private final ReportFolder folder;

    /** In this folder. */
    public MutationFolder(ReportFolder folder) {
        this.folder = folder;
    }

    /**
     * Writes the report of one kind and its summary, and the page of all kinds that are there.
     *
     * @return the files, in words
     * @throws ReportFolder.NotWritable if they cannot be written any more
     */
    public String write(MutationReport report) {
        Path json = folder.write(report.kind() + REPORT, MutationJson.of(report));
        Path summary = folder.write(report.kind() + SUMMARY, report.summary().json());
        Path page = folder.write(PAGE, page());
        return json + ", " + summary + ", " + page;
    }

    private String page() {
        Map<String, MutationReport> reports = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(problems)) {
            try {
                String text = Files.readString(file);
                reports.put(text, MutationReader.read(text));
            } catch (IOException e) {
                problems.add(file.getFileName() + " is not shown: " + e.getMessage());
            }
        }
        return new MutationPage(reports, problems).html();
    }

    private List<Path> files(List<String> problems) {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.filter(file -> file.getFileName().toString().endsWith(REPORT)).sorted().toList();
        } catch (IOException e) {
            problems.add("the folder cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
