package dev.codepurger.conformance.otp.mutant;

import com.google.common.base.Splitter;
import dev.codepurger.conformance.otp.OtpProvider;
import dev.codepurger.conformance.otp.Requests;
import dev.codepurger.conformance.otp.Workshop;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A workshop with a folder of mutants in it, each of which has a folder of its own with source and code; gone when it is closed. */
final class Makings implements AutoCloseable {
    private static final String FOLDER = "mutants";

    private final Workshop workshop;
    private final Optional<Path> source;

    private Makings(Workshop workshop, Optional<Path> source) {
        this.workshop = workshop;
        this.source = source;
    }

    /**
     * Makes mutants.
     *
     * @param how the function of {@code codepurger_mutants} that makes them; it lists them, one a line, in the file {@code mutants} of the folder
     * @param source the source of the purger; without one, that which the emulator was built with
     * @throws SubjectException if there is no Erlang, or the source is no purger
     */
    static Makings of(String how, Optional<Path> source) throws SubjectException {
        Makings makings = new Makings(Workshop.open(), source);
        try {
            Files.createDirectory(makings.folder());
            makings.make(how);
            return makings;
        } catch (SubjectException e) {
            makings.close();
            throw e;
        } catch (IOException e) {
            makings.close();
            throw new SubjectException("the mutants cannot be written: " + e.getMessage(), e);
        }
    }

    /** Makes some more. */
    void make(String how) throws SubjectException {
        List<String> words = new ArrayList<>(List.of(how, folder().toString()));
        source.ifPresent(file -> words.add(file.toAbsolutePath().toString()));
        workshop.run("codepurger_mutants", words, "make mutants of the purger");
    }

    /** Says which mutants are wanted, by their names. */
    void want(List<String> names) throws SubjectException {
        try {
            Files.write(folder().resolve("wanted"), names);
        } catch (IOException e) {
            throw new SubjectException("the names of the mutants cannot be written: " + e.getMessage(), e);
        }
    }

    private Path folder() {
        return workshop.folder().resolve(FOLDER);
    }

    /** What the list says, in fields. */
    List<List<String>> list() throws SubjectException {
        try {
            return Files.readAllLines(folder().resolve(FOLDER)).stream().map(Splitter.on('\t')::splitToList).toList();
        } catch (IOException e) {
            throw new SubjectException("the list of mutants cannot be read: " + e.getMessage(), e);
        }
    }

    /** The source of the mutant of this name. */
    Path source(String name) {
        return folder().resolve(name).resolve("erts_code_purger.erl");
    }

    /** Nodes that run it. Whoever asks for them closes them. */
    SubjectProvider nodes(String name, Requests requests) throws SubjectException {
        return OtpProvider.running(folder().resolve(name), requests, workshop);
    }

    @Override
    public void close() {
        workshop.close();
    }
}
