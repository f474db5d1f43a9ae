package dev.codepurger.cli;

import dev.codepurger.conformance.exec.TraceRecorder;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a run writes its traces. */
final class TraceFolder {
    private final Path folder;
    private final TraceRecorder recorder;

    private TraceFolder(Path folder, TraceRecorder recorder) {
        this.folder = folder;
        this.recorder = recorder;
    }

    /**
     * Opens it, with all folders above it.
     *
     * @throws CliException if nothing can be written there, or there are files already: whose traces they are could not be told afterwards
     */
    static TraceFolder open(Path folder, SubjectProvider subjects) {
        if (folder.toString().isEmpty()) {
            throw CliException.usage("--record wants the name of a folder; the current one is .");
        }
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw CliException.usage("--record wants an empty folder, and there are files in " + folder);
                }
            }
            Files.delete(Files.createTempFile(folder, ".codepurger", null));
        } catch (IOException e) {
            throw CliException.usage("--record cannot write into " + folder + ": " + e, e);
        }
        return new TraceFolder(folder, new TraceRecorder(subjects, folder));
    }

    TraceRecorder recorder() {
        return recorder;
    }

    /** Says what was written, and whether all of it could be. */
    boolean end(Console console) {
        console.out("traces: " + recorder.written() + " in " + folder
                + (recorder.passedOn() == 0 ? ""
                        : "; " + recorder.passedOn()
                                + " sequences in which several threads act at once were not written, for the subject has no clock"));
        recorder.problem().ifPresent(problem -> console.err("codepurger: not all traces could be written: " + problem));
        return recorder.problem().isEmpty();
    }
}
