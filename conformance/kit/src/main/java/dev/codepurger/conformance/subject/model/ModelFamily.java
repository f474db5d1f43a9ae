package dev.codepurger.conformance.subject.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectForm;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Settings;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Optional;

/** Offers the subject {@code model}, and {@code relaxed:RULE}, the model that need not obey a rule. */
public final class ModelFamily implements SubjectFamily {
    /** What the names of relaxed models begin with. */
    public static final String RELAXED = "relaxed:";

    private static final SubjectInfo INFO = SubjectInfo.full("model", "1", "a random walk of the model, which must always conform",
            Profile.SEED, ImmutableSet.copyOf(Profiles.names())).without(Capability.CONCURRENT);

    /** A model with these rules relaxed. */
    private record Walks(SubjectInfo info, ImmutableSet<Rule> relaxed) implements SubjectProvider {

        @Override
        public Subject open(OpenOptions options) {
            return new ModelSubject(new Settings(options.profile(), options.effects(), relaxed), options.seed());
        }

        @Override
        public int atOnce() {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    @Override
    public List<SubjectProvider> subjects() {
        return List.of(new Walks(INFO, ImmutableSet.of()));
    }

    @Override
    public List<SubjectForm> forms() {
        return List.of(new SubjectForm(RELAXED + "RULE", "a random walk of a model that need not obey this rule"));
    }

    @Override
    public Optional<SubjectProvider> find(String name) throws SubjectException {
        if (!name.startsWith(RELAXED)) {
            return SubjectFamily.super.find(name);
        }
        String id = name.substring(RELAXED.length());
        return Optional.of(relaxed(Rule.find(id).orElseThrow(() -> new SubjectException("there is no rule '" + id + "' to be relaxed"))));
    }

    /** A model that need not obey this rule; it claims the first profile that has the rule. */
    public static SubjectProvider relaxed(Rule rule) {
        ImmutableList<Profile> profiles = Profiles.names().stream().filter(rule::holdsFor).map(one -> Profiles.find(one).orElseThrow())
                .collect(ImmutableList.toImmutableList());
        return new Walks(SubjectInfo.full(RELAXED + rule.id(), "1", "a random walk of a model that need not obey " + rule.id(),
                profiles.get(0), profiles.stream().map(Profile::name).collect(ImmutableSet.toImmutableSet()))
                .without(Capability.CONCURRENT), ImmutableSet.of(rule));
    }
}
