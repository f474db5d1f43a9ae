package dev.codepurger.conformance.otp.mutant;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.otp.OtpProvider;
import dev.codepurger.conformance.otp.Workshop;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mutants of one purger, written and compiled; they are gone when this is closed. */
public final class PurgerMutants implements AutoCloseable {
    private static final String FOLDER = "mutants";

    private final Workshop workshop;
    private final ImmutableList<PurgerMutant> all;

    private PurgerMutants(Workshop workshop, ImmutableList<PurgerMutant> all) {
        this.workshop = workshop;
        this.all = all;
    }

    /**
     * Makes them.
     *
     * @param source the source of the purger; without one, that which the emulator was built with
     * @throws SubjectException if there is no Erlang, or the source is no purger
     */
    public static PurgerMutants of(Optional<Path> source) throws SubjectException {
        Workshop workshop = Workshop.open();
        try {
            Path folder = Files.createDirectory(workshop.folder().resolve(FOLDER));
            List<String> words = new ArrayList<>(List.of("write", folder.toString()));
            source.ifPresent(file -> words.add(file.toAbsolutePath().toString()));
            String lines = workshop.run("codepurger_mutants", words, "make mutants of the purger");
            return new PurgerMutants(workshop, lines.lines().map(PurgerMutants::parse).collect(ImmutableList.toImmutableList()));
        } catch (SubjectException e) {
            workshop.close();
            throw e;
        } catch (IOException e) {
            workshop.close();
            throw new SubjectException("the mutants cannot be written: " + e.getMessage(), e);
        }
    }

    private static PurgerMutant parse(String line) {
        List<String> parts = Splitter.on('\t').splitToList(line);
        ImmutableSet<Rule> rules = Splitter.on(',').omitEmptyStrings().splitToStream(parts.get(1)).map(id -> Rule.find(id).orElseThrow())
                .collect(ImmutableSet.toImmutableSet());
        return new PurgerMutant(parts.get(0), rules, parts.get(2), parts.get(3).equals("made"));
    }

    /** The mutants, and at last the purger as it was given. */
    public ImmutableList<PurgerMutant> all() {
        return all;
    }

    /** The source of one of them. */
    public Path source(PurgerMutant mutant) {
        return folder(mutant).resolve("erts_code_purger.erl");
    }

    /** Nodes that run it. Whoever asks for them closes them. */
    public SubjectProvider nodes(PurgerMutant mutant) throws SubjectException {
        return OtpProvider.running(folder(mutant), workshop);
    }

    private Path folder(PurgerMutant mutant) {
        return workshop.folder().resolve(FOLDER).resolve(mutant.name());
    }

    @Override
    public void close() {
        workshop.close();
    }
}
