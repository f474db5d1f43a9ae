package dev.codepurger.conformance.otp.mutant;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.otp.Requests;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.spec.Rule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The mutants of one purger that were chosen by hand, written and compiled; they are gone when this is closed. */
public final class PurgerMutants implements AutoCloseable {
    private final Makings makings;
    private final ImmutableList<PurgerMutant> all;

    private PurgerMutants(Makings makings, ImmutableList<PurgerMutant> all) {
        this.makings = makings;
        this.all = all;
    }

    /**
     * Makes them.
     *
     * @param source the source of the purger; without one, that which the emulator was built with
     * @throws SubjectException if there is no Erlang, or the source is no purger
     */
    public static PurgerMutants of(Optional<Path> source) throws SubjectException {
        Makings makings = Makings.of("write", source);
        try {
            return new PurgerMutants(makings, makings.list().stream().map(PurgerMutants::parse).collect(ImmutableList.toImmutableList()));
        } catch (SubjectException e) {
            makings.close();
            throw e;
        }
    }

    private static PurgerMutant parse(List<String> fields) {
        ImmutableSet<Rule> rules = Splitter.on(',').omitEmptyStrings().splitToStream(fields.get(1)).map(id -> Rule.find(id).orElseThrow())
                .collect(ImmutableSet.toImmutableSet());
        return new PurgerMutant(fields.get(0), rules, fields.get(2), fields.get(3).equals("made"));
    }

    /** The mutants, and at last the purger as it was given. */
    public ImmutableList<PurgerMutant> all() {
        return all;
    }

    /** The source of one of them. */
    public Path source(PurgerMutant mutant) {
        return makings.source(mutant.name());
    }

    /** Nodes that run it. Whoever asks for them closes them. */
    public SubjectProvider nodes(PurgerMutant mutant) throws SubjectException {
        return makings.nodes(mutant.name(), Requests.MESSAGES);
    }

    @Override
    public void close() {
        makings.close();
    }
}
