package dev.codepurger.conformance.subject.model;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Settings;
import java.util.List;

/** Offers the subject {@code model}. */
public final class ModelFamily implements SubjectFamily {
    private static final SubjectInfo INFO = SubjectInfo.full("model", "1", "a random walk of the model, which must always conform",
            Profile.SEED, ImmutableSet.copyOf(Profiles.names())).without(Capability.CONCURRENT);

    @Override
    public List<SubjectProvider> subjects() {
        return List.of(new SubjectProvider() {
            @Override
            public SubjectInfo info() {
                return INFO;
            }

            @Override
            public Subject open(OpenOptions options) {
                return new ModelSubject(new Settings(options.profile(), options.effects(), ImmutableSet.of()), options.seed());
            }

            @Override
            public int atOnce() {
                return Runtime.getRuntime().availableProcessors();
            }
        });
    }
}
