package dev.codepurger.model.rules;

import static dev.codepurger.model.oracle.Verdict.CONFORMS;
import static dev.codepurger.model.oracle.Verdict.VIOLATED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.oracle.Story;
import dev.codepurger.spec.Rule;

/** What the oracle is to say of a story. */
final class Judged {

    private Judged() {}

    static void accepts(Story story) {
        assertEquals(CONFORMS, story.verdict(), () -> "must be accepted: " + story.trace());
    }

    /** Rejected at its last label, and not before. */
    static void rejects(Story story) {
        assertEquals(CONFORMS, story.butLast().verdict(), () -> "must be accepted but for its end: " + story.trace());
        assertEquals(VIOLATED, story.verdict(), () -> "must be rejected: " + story.trace());
    }

    /** Rejected at its last label, and accepted by a model that need not obey {@code rule}. */
    static void rejects(Rule rule, Story story) {
        rejects(story);
        assertEquals(CONFORMS, story.verdictRelaxing(rule), () -> "must be rejected because of " + rule + ": " + story.trace());
    }
}
