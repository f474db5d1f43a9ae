package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.util.List;
import java.util.Set;

/** Offers the subject {@value #NAME}. */
public final class ReferenceFamily implements SubjectFamily {
    /** What the command line calls it. */
    public static final String NAME = "reference";

    /** For the service loader. */
    public ReferenceFamily() {
    }

    @Override
    public List<SubjectProvider> subjects() {
        return List.of(new ReferenceProvider(NAME, "the concurrent reference implementation", Profile.SEED,
                Set.copyOf(Profiles.names()), Variation::new));
    }
}
