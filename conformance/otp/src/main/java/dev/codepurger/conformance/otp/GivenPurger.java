package dev.codepurger.conformance.otp;

import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.subject.SubjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source of {@code erts_code_purger} that is to be judged in place of the node's own. */
final class GivenPurger {
    /** Where it and the door lie, compiled; below the folder of the adapter, so that no node finds it by itself. */
    private static final String FOLDER = "given";

    private GivenPurger() {
    }

    /**
     * Compiles it.
     *
     * @param source the source
     * @param workshop the adapter
     * @return where the compiled modules are
     * @throws SubjectException if it is not a purger; with what, and where
     */
    static Path compile(Path source, Workshop workshop) throws SubjectException {
        if (!Files.isReadable(source) || Files.isDirectory(source)) {
            throw new SubjectException("otp: the purger " + Printable.line(source.toString()) + " cannot be read");
        }
        Path folder = workshop.folder().resolve(FOLDER);
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new SubjectException("otp: the purger cannot be compiled: " + Printable.line(String.valueOf(e.getMessage())), e);
        }
        workshop.run("codepurger_given", List.of("compile", source.toAbsolutePath().toString(), folder.toString()),
                "use the given purger");
        return folder;
    }

    /** In words of the given purger: a node with it could not be started. */
    static SubjectException notTakenOver(Path source, SubjectException why) {
        return new SubjectException("otp: the purger " + Printable.line(source.toString()) + " could not take over: " + why.getMessage(),
                why);
    }
}
