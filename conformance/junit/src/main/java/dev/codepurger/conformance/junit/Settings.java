package dev.codepurger.conformance.junit;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.Times;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the system properties say. An empty value is no value, as where a build passes on a property that nobody has set.
 *
 * @param patterns which cases; empty for all
 * @param seed decides every choice
 * @param timeout how long the subject may take for one thing
 * @param replay what to do in place of all this, if it is to be done again
 */
record Settings(ImmutableList<String> patterns, long seed, Duration timeout, Optional<ReplayLine> replay) {

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if a value is wrong
     */
    static Settings of(Function<String, @Nullable String> properties) {
        ImmutableList<String> patterns = read(properties, ConformanceTests.CASES,
                text -> ImmutableList.copyOf(Splitter.on(',').trimResults().omitEmptyStrings().split(text))).orElse(ImmutableList.of());
        long seed = read(properties, ConformanceTests.SEED, Settings::number).orElse(RunOptions.DEFAULT_SEED);
        Duration timeout = read(properties, ConformanceTests.TIMEOUT, Times::parse).orElse(RunOptions.DEFAULT_TIMEOUT);
        return new Settings(patterns, seed, timeout, read(properties, ConformanceTests.REPLAY, ReplayLine::parse));
    }

    private static <T> Optional<T> read(Function<String, @Nullable String> properties, String name, Function<String, T> reader) {
        String text = properties.apply(name);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(text.strip()));
        } catch (IllegalArgumentException e) {
            throw wrong(name, String.valueOf(e.getMessage()), e);
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Printable.quoted(text) + " is not a whole number", e);
        }
    }

    private static IllegalArgumentException wrong(String name, String why, Throwable... cause) {
        return new IllegalArgumentException("the system property " + name + ": " + why, cause.length == 0 ? null : cause[0]);
    }

    RunOptions options(Profile profile) {
        return new RunOptions(seed, timeout, profile, ImmutableMap.of(), Channels.BOTH);
    }

    /**
     * The cases that are asked for.
     *
     * @throws IllegalArgumentException if a pattern fits none
     */
    List<ConformanceCase> selected() {
        CaseCatalogue all = CaseCatalogue.load();
        for (String pattern : patterns) {
            if (all.matching(pattern).cases().isEmpty()) {
                throw wrong(ConformanceTests.CASES, "no case and no rule of a case fits " + Printable.quoted(pattern));
            }
        }
        return patterns.isEmpty() ? all.cases() : all.matching(patterns).cases();
    }

    /**
     * What is to be played.
     *
     * @throws IllegalArgumentException if the line is for somebody else, or of a profile or case that there is not
     */
    ConformanceCase replayed(ReplayLine line, SubjectProvider subject) {
        if (!line.subject().equals(subject.info().name())) {
            throw wrong(ConformanceTests.REPLAY, "the line is for the subject " + Printable.quoted(line.subject()) + ", and this is "
                    + Printable.quoted(subject.info().name()));
        }
        if (Profiles.find(line.profile()).isEmpty()) {
            throw wrong(ConformanceTests.REPLAY, "there is no profile " + Printable.quoted(line.profile()));
        }
        return CaseCatalogue.load().find(line.caseId()).map(line::toPlay)
                .orElseThrow(() -> wrong(ConformanceTests.REPLAY, "there is no case " + Printable.quoted(line.caseId())));
    }
}
