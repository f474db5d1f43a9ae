package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.util.List;

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
                ImmutableSet.copyOf(Profiles.names()), Variation::new));
    }
}
