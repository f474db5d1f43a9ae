package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;

/**
 * What came of all mutants of one kind.
 *
 * @param kind the name of the kind, which names its files too
 * @param title one line for people
 * @param run how it was run, in one line
 * @param everyTest whether each mutant met every test, so that something can be said of tests that find nothing
 * @param files the mutated files by their names
 * @param tests the tests that took part
 * @param rules the rules that tests are about; empty if the tests are about none
 * @param mutants all of them
 * @param before the summary that this one is to be compared with
 */
public record MutationReport(String kind, String title, String run, boolean everyTest, ImmutableMap<String, Source> files,
        ImmutableList<Test> tests, ImmutableList<TestedRule> rules, ImmutableList<ReportedMutant> mutants,
        Optional<MutationSummary> before) {

    /**
     * A file that was mutated.
     *
     * @param language its language, by the name that highlighters know
     * @param text its text before it was mutated
     */
    public record Source(String language, String text) {
    }

    /**
     * A test.
     *
     * @param id its id
     * @param name what it says of itself
     * @param file where it stands with others of its kind
     * @param rules the ids of the rules that it is about
     */
    public record Test(String id, String name, String file, ImmutableSet<String> rules) {
    }

    /**
     * A rule that tests are about.
     *
     * @param id its id
     * @param title its title
     * @param must whether it must be obeyed, and can be seen to be
     * @param reason why no test can show that it is not obeyed; empty if one can
     */
    public record TestedRule(String id, String title, boolean must, String reason) {
    }

    /** In short. */
    public MutationSummary summary() {
        return MutationSummary.of(this);
    }
}
