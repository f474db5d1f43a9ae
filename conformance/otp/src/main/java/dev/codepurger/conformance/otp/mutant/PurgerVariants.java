package dev.codepurger.conformance.otp.mutant;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.otp.Requests;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One purger with small changes that can be made to it, each by itself, written and compiled; they are gone when this is closed. */
public final class PurgerVariants implements AutoCloseable {
    private final Makings makings;
    private final ImmutableList<PurgerVariant> all;

    private PurgerVariants(Makings makings, ImmutableList<PurgerVariant> all) {
        this.makings = makings;
        this.all = all;
    }

    /**
     * Makes them.
     *
     * @param source the source of the purger; without one, that which the emulator was built with
     * @param wanted which of them, by their names
     * @throws SubjectException if there is no Erlang, or the source is no purger
     */
    public static PurgerVariants of(Optional<Path> source, Predicate<String> wanted) throws SubjectException {
        Makings makings = Makings.of("names", source);
        try {
            makings.want(makings.list().stream().map(fields -> fields.get(0)).filter(wanted).toList());
            makings.make("systematic");
            return new PurgerVariants(makings, makings.list().stream().map(PurgerVariants::parse).collect(ImmutableList.toImmutableList()));
        } catch (SubjectException e) {
            makings.close();
            throw e;
        }
    }

    private static PurgerVariant parse(List<String> fields) {
        return new PurgerVariant(fields.get(0), fields.get(1), Integer.parseInt(fields.get(2)), fields.get(3), fields.get(4));
    }

    /** Those that were wanted, in the order of the source. */
    public ImmutableList<PurgerVariant> all() {
        return all;
    }

    /** The source of one of them, laid out anew, as that of all others is. */
    public Path source(PurgerVariant variant) {
        return makings.source(variant.name());
    }

    /** The source of the purger as it was given, laid out in the same way. */
    public Path source() {
        return makings.source(PurgerMutant.AS_GIVEN);
    }

    /** Nodes that run it, and how it is asked there. Whoever asks for them closes them. */
    public SubjectProvider nodes(PurgerVariant variant, Requests requests) throws SubjectException {
        return makings.nodes(variant.name(), requests);
    }

    /** Nodes that run the purger as it was given, and how it is asked there. Whoever asks for them closes them. */
    public SubjectProvider nodes(Requests requests) throws SubjectException {
        return makings.nodes(PurgerMutant.AS_GIVEN, requests);
    }

    @Override
    public void close() {
        makings.close();
    }
}
