package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Recorder;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.cases.SessionStop;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Suspects;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A script played on a fresh node, and judged. */
record Game(Ending ending, String message, ImmutableList<Label> trace, OpenOptions options) {
    private static final OracleJudges JUDGES = new OracleJudges();
    private static final Duration LONG = Duration.ofSeconds(30);

    /** How a node may be run: threads, and several seeds. */
    static Stream<OpenOptions> ways(Profile profile, int seeds) {
        return Stream.concat(Stream.of(threads(profile)), LongStream.rangeClosed(1, seeds).mapToObj(seed -> seeded(profile, seed)))
                .flatMap(one -> Stream.of(one, one.withEffects(true)));
    }

    static OpenOptions threads(Profile profile) {
        return options(profile, 1, "threads");
    }

    static OpenOptions seeded(Profile profile, long seed) {
        return options(profile, seed, "seeded");
    }

    static OpenOptions options(Profile profile, long seed, String scheduler) {
        return new OpenOptions(seed, profile, LONG, false, ImmutableMap.of("scheduler", scheduler));
    }

    static SubjectProvider subject(String name) {
        try {
            Optional<SubjectProvider> found = SubjectRegistry.load().find(name);
            return found.orElseThrow(() -> new AssertionError("no subject " + name));
        } catch (SubjectException e) {
            throw new AssertionError(e);
        }
    }

    static Game play(String subject, OpenOptions options, Script script) {
        Judge judge = JUDGES.start(options.profile(), options.effects());
        try (Subject opened = subject(subject).open(options)) {
            Recorder recorder = new Recorder(opened, judge, LONG);
            try {
                script.play(new Session(recorder, options.profile()));
                return new Game(Ending.PASSED, "", recorder.trace(), options);
            } catch (SessionStop stop) {
                String legal = stop.legal().isEmpty() ? "" : "; legal: " + stop.legal();
                return new Game(stop.ending(), stop.getMessage() + legal, recorder.trace(), options);
            }
        } catch (SubjectException e) {
            throw new AssertionError(e);
        }
    }

    void mustPass() {
        if (ending != Ending.PASSED) {
            throw new AssertionError(this);
        }
    }

    /** Which of these rules are blamed. */
    ImmutableSet<Rule> blamed(Set<Rule> suspects) {
        if (ending != Ending.VIOLATED) {
            throw new AssertionError(this);
        }
        return JUDGES.blame(trace, options.profile(), options.effects(), Suspects.only(suspects));
    }

    List<String> lines() {
        return trace.stream().map(Notation::label).toList();
    }

    @Override
    public String toString() {
        return options + ": " + ending + ", " + message + lines().stream().collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }
}
