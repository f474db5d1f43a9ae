package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.model.oracle.Blame;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.HistoryOracle;
import dev.codepurger.model.oracle.HistoryVerdict;
import dev.codepurger.model.oracle.Memory;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Awaited;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Judges that ask the oracle of the model. */
public final class OracleJudges implements Judges {
    private final OracleOptions options;
    private final ConcurrentHashMap<Profile, Memory> memories = new ConcurrentHashMap<>();
    /** Those who have less told to them, each with memories of its own. */
    private final ConcurrentHashMap<Gaps, OracleJudges> missing = new ConcurrentHashMap<>();

    /** With the oracle's own bound. */
    public OracleJudges() {
        this(OracleOptions.DEFAULT);
    }

    /** With these options; whether effects are judged is up to each case. */
    public OracleJudges(OracleOptions options) {
        this.options = options;
    }

    @Override
    public Judge start(Profile profile, boolean effects) {
        return new OracleJudge(PurgeOracle.of(profile, options.withEffects(effects)));
    }

    @Override
    public Judge startLong(Profile profile, boolean effects) {
        OracleOptions wanted = options.withEffects(effects);
        return Memory.serves(wanted)
                ? new OracleJudge(PurgeOracle.remembering(memories.computeIfAbsent(profile, one -> new Memory(one, wanted))))
                : start(profile, effects);
    }

    @Override
    public ImmutableSet<Rule> blame(List<Label> trace, Profile profile, boolean effects, Suspects suspects) {
        return Blame.among(of(suspects.first(), profile), of(suspects.then(), profile), suspects.states(), trace, profile,
                options.withEffects(effects));
    }

    @Override
    public ImmutableSet<Rule> blame(History history, Profile profile, boolean effects, Suspects suspects) {
        OracleOptions bounded = options.withEffects(effects).withStateBound(Math.min(options.stateBound(), suspects.states()));
        return new HistoryOracle(profile, bounded).blame(history, of(suspects.first(), profile), of(suspects.then(), profile));
    }

    @Override
    public Optional<History> violation(History history, Profile profile, boolean effects) {
        HistoryVerdict verdict = new HistoryOracle(profile, options.withEffects(effects)).judge(history);
        return verdict.verdict() == dev.codepurger.model.oracle.Verdict.VIOLATED ? Optional.of(verdict.history()) : Optional.empty();
    }

    @Override
    public Gaps gaps() {
        return options.gaps();
    }

    @Override
    public Judges missing(Gaps gaps) {
        return gaps.equals(options.gaps()) ? this : missing.computeIfAbsent(gaps, one -> new OracleJudges(options.missing(one)));
    }

    @Override
    public Judges relaxing(ImmutableSet<Rule> rules) {
        return new OracleJudges(options.relaxing(rules));
    }

    /** A rule of another profile cannot be what a subject broke. */
    private static Set<Rule> of(Set<Rule> suspects, Profile profile) {
        return Sets.filter(suspects, rule -> rule.holdsFor(profile.name()));
    }

    private record OracleJudge(PurgeOracle oracle) implements Judge {

        @Override
        public Judge observe(Label label) {
            return new OracleJudge(oracle.observe(label));
        }

        @Override
        public Verdict verdict() {
            return switch (oracle.verdict()) {
                case CONFORMS -> Verdict.CONFORMS;
                case VIOLATED -> Verdict.VIOLATED;
                case INCONCLUSIVE -> Verdict.INCONCLUSIVE;
            };
        }

        @Override
        public ImmutableSet<Label.Observation> legalNext() {
            return oracle.legalNext().stream().filter(Label.Observation.class::isInstance).map(Label.Observation.class::cast)
                    .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public ImmutableSet<Response> legalResponses(Stimulus stimulus) {
            return ImmutableSet.copyOf(oracle.legalResponses(stimulus));
        }

        @Override
        public int stateCount() {
            return oracle.stateCount();
        }

        @Override
        public List<String> describeStates(int max) {
            return oracle.describeStates(max);
        }

        @Override
        public ImmutableSet<Awaited> awaited() {
            return oracle.awaited();
        }
    }
}
