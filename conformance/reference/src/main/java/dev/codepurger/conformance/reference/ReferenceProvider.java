package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.model.purger.Profile;
import java.util.Set;
import java.util.function.Supplier;

/** Opens nodes of the reference implementation, all with one variation. */
record ReferenceProvider(SubjectInfo info, Supplier<Variation> variation) implements SubjectProvider {

    /** With the profile it claims, and the names of all it can be opened with. */
    ReferenceProvider(String name, String description, Profile claimed, Set<String> profiles, Supplier<Variation> variation) {
        this(SubjectInfo.full(name, version(), description, claimed, profiles), variation);
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        return new ReferenceSubject(options, SchedulerChoice.of(options), variation.get());
    }

    /** What the jar says; classes that come from no jar have no version. */
    private static String version() {
        String version = JvmNode.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }

    @Override
    public int atOnce() {
        return Runtime.getRuntime().availableProcessors();
    }
}
