package dev.codepurger.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.conformance.reference.FaultTrial;
import dev.codepurger.conformance.reference.UnbrokenRules;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.model.ModelFamily;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A subject that means something else than the rules do.
 *
 * @param provider the subject
 * @param operator the kind of change
 * @param rules those that it breaks; empty if nobody says
 * @param options how it is run, by the seed
 * @param reason why no case can reject it; empty if one can
 */
record MeaningMutant(SubjectProvider provider, String operator, ImmutableSet<Rule> rules, LongFunction<RunOptions> options,
        String reason) {

    /** A faulty purger. */
    static MeaningMutant of(Fault fault, Duration timeout, String scheduler) {
        return new MeaningMutant(fault.provider(), "faulty purger", fault.rules(),
                seed -> FaultTrial.options(fault, seed, timeout, scheduler), "");
    }

    /** The model with this rule relaxed. */
    static MeaningMutant relaxed(Rule rule, Duration timeout) {
        SubjectProvider model = ModelFamily.relaxed(rule);
        return new MeaningMutant(model, "relaxed rule", ImmutableSet.of(rule), own(model, timeout),
                UnbrokenRules.reasons().getOrDefault(rule, ""));
    }

    /** A subject of the user's, which is wrong in some way. */
    static MeaningMutant of(SubjectProvider subject, Duration timeout) {
        return new MeaningMutant(subject, "given subject", ImmutableSet.of(), own(subject, timeout), "");
    }

    /** All faulty purgers, and the model with each of the rules relaxed. */
    static Stream<MeaningMutant> catalogue(Duration timeout, String scheduler) {
        return Stream.concat(Fault.all().stream().map(fault -> of(fault, timeout, scheduler)),
                Arrays.stream(Rule.values()).map(rule -> relaxed(rule, timeout)));
    }

    private static LongFunction<RunOptions> own(SubjectProvider subject, Duration timeout) {
        return seed -> new RunOptions(seed, timeout, subject.info().profile(), ImmutableMap.of());
    }

    /** The name of the subject. */
    String id() {
        return provider.info().name();
    }

    String description() {
        return provider.info().description();
    }
}
