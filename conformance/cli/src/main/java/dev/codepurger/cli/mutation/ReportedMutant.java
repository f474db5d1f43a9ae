package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;

/**
 * A mutant in a report.
 *
 * @param id unique in the report, and the same the next time
 * @param file the name of the file that it changes
 * @param operator the kind of change
 * @param change where it is changed, and into what
 * @param description what was changed, in words
 * @param fate what became of it
 * @param outcome the same in the words of whoever ran it, such as <em>takes the node down</em>
 * @param reason why: of one that was killed, what the first test said; of one that is accepted, why
 * @param killedBy the ids of the tests that failed
 * @param ranBy the ids of the tests that ran
 * @param breaks the ids of the rules that it is made to break; empty if that is not known
 * @param blamed the rules that were blamed, each with the tests that showed it
 * @param steps how much had been done and seen when the first of the tests failed; 0 if nobody knows
 * @param milliseconds how long all of it took
 */
public record ReportedMutant(String id, String file, String operator, Change change, String description, Fate fate, String outcome,
        String reason, ImmutableList<String> killedBy, ImmutableList<String> ranBy, ImmutableSet<String> breaks,
        ImmutableMap<String, ImmutableList<String>> blamed, int steps, long milliseconds) {

    /** Of which nothing is known but what became of it. */
    public static ReportedMutant of(String id, String file, String operator, Change change, String description, Fate fate, String outcome) {
        return new ReportedMutant(id, file, operator, change, description, fate, outcome, "", ImmutableList.of(), ImmutableList.of(),
                ImmutableSet.of(), ImmutableMap.of(), 0, 0);
    }

    /** The same, judged otherwise. */
    public ReportedMutant judged(Fate other, String words, String why) {
        return new ReportedMutant(id, file, operator, change, description, other, words, why, killedBy, ranBy, breaks, blamed, steps,
                milliseconds);
    }

    /** The same, made to break these rules. */
    public ReportedMutant breaking(ImmutableSet<String> rules) {
        return new ReportedMutant(id, file, operator, change, description, fate, outcome, reason, killedBy, ranBy, rules, blamed, steps,
                milliseconds);
    }

    /** The same, with what the tests showed. */
    public ReportedMutant tested(ImmutableList<String> killers, ImmutableList<String> tests,
            ImmutableMap<String, ImmutableList<String>> accused, int firstSteps, long took) {
        return new ReportedMutant(id, file, operator, change, description, fate, outcome, reason, killers, tests, breaks, accused,
                firstSteps, took);
    }
}
