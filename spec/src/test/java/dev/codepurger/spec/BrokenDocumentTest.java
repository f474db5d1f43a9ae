package dev.codepurger.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that is not of the described form is rejected, with the line. */
class BrokenDocumentTest {
    private static final String GOOD = """
            # Title

            ## KILL: killing

            A chapter may begin with prose.

            ### KILL-1 Not too many

            MUST · profiles: all · seed: L259-261, L270 · observable: paused, effects

            There MUST NOT be too many.

            - Not even `eleven`.

            Not required: few.

            Observed: too many.

            > Intent: bounds
            > the work.

            ### KILL-3 Another

            SHOULD · profiles: seed · seed: none · observable: none · DEFECT

            It SHOULD be so.

            Reason: nobody looks.

            > Intent: none.
            """;

    @Test
    void aGoodDocumentGivesEveryField() {
        RuleCatalogue catalogue = RuleCatalogue.parse(GOOD);
        RuleText first = catalogue.find("KILL-1").orElseThrow();
        assertEquals("Not too many", first.title());
        assertEquals(Level.MUST, first.level());
        assertEquals(List.of("seed", "hardened", "otp-25", "otp-25-hardened"), List.copyOf(first.profiles()));
        assertEquals(List.of(new LineRange(259, 261), new LineRange(270, 270)), first.seedLines());
        assertEquals(List.of(Observability.PAUSED, Observability.EFFECTS), List.copyOf(first.observability()));
        assertEquals("There MUST NOT be too many.\n\n- Not even `eleven`.", first.normative().markdown());
        assertEquals("There MUST NOT be too many.\n\n- Not even eleven.", first.normative().plain());
        assertEquals("few.", first.notRequired().orElseThrow().plain());
        assertEquals("too many.", first.observed().orElseThrow().plain());
        assertEquals("bounds\nthe work.", first.intent().markdown());
        assertEquals("bounds the work.", first.intent().plain());
        assertEquals(7, first.line());
        RuleText second = catalogue.find("KILL-3").orElseThrow();
        assertTrue(second.defect() && second.reason().isPresent() && second.observability().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MUST ·                     | WILL ·                      | 9  | unknown level 'WILL'
            MUST ·                     | MAY ·                       | 7  | does not contain the word MAY
            profiles: all              | profiles: some              | 9  | unknown profile 'some'
            profiles: seed             | profiles: seed, seed        | 24 | named twice
            profiles: all              | profile: all                | 9  | expected the field 'profiles'
            ' · observable: paused, effects' | ''                    | 9  | expected 'LEVEL
            paused, effects            | paused, guessed             | 9  | unknown way to observe 'guessed'
            paused, effects            | paused, paused              | 9  | named twice
            paused, effects            | none                        | 7  | must not have the field 'Observed'
            L259-261                   | L261-259                    | 9  | not a range of lines
            L259-261                   | 259                         | 9  | field 'seed'
            DEFECT                     | ODDITY                      | 24 | unknown field 'ODDITY'
            Not required:              | Not wanted:                 | 15 | unknown field 'Not wanted'
            Not required:              | Observed:                   | 17 | second field 'Observed'
            Observed: too many.        | And more of it.             | 17 | text of KILL-1 after its field
            Observed: too many.        | Reason: too many.           | 7  | lacks the field 'Observed'
            Reason: nobody looks.      | Observed: nobody looks.     | 22 | must not have the field 'Observed'
            '> Intent: none.'          | ''                          | 22 | lacks the field 'Intent'
            '> Intent: none.'          | '> Because.'                | 30 | expected '> Intent
            It SHOULD be so.           | ''                          | 22 | has no text
            KILL-3                     | KILL-1                      | 22 | used on line 7 already
            KILL-3                     | KILL-0                      | 22 | expected a heading
            KILL-1                     | KILL-9                      | 22 | comes after KILL-9
            KILL-3                     | SOFT-3                      | 22 | stands in the chapter KILL
            '### KILL-3'               | '#### KILL-3'               | 22 | expected a heading
            '## KILL:'                 | '## SLAY:'                  | 3  | there is no family SLAY
            '## KILL: killing'         | '## Killing'                | 7  | outside the chapter
            """)
    void aBrokenDocumentIsRejectedWithItsLine(String good, String bad, int line, String problem) {
        assertTrue(GOOD.contains(good), good);
        SpecFormatException e = assertThrows(SpecFormatException.class, () -> RuleCatalogue.parse(GOOD.replace(good, bad)));
        assertEquals(line, e.line(), e.getMessage());
        assertTrue(e.toString().contains(problem), e.toString());
    }

    @Test
    void chaptersAreInOrder() {
        String document = GOOD + "\n## CHECK: asking\n";
        SpecFormatException e = assertThrows(SpecFormatException.class, () -> RuleCatalogue.parse(document));
        assertTrue(e.toString().contains("the chapter CHECK comes after KILL"), e.toString());
    }

    @Test
    void differencesFromTheConstantsAreListed() {
        List<String> differences = Agreement.differences(RuleCatalogue.parse(GOOD.replace("KILL-3", "KILL-77")).rules());
        assertTrue(differences.stream().anyMatch(text -> text.startsWith("KILL-1 (line 7): title is Not too many")));
        assertTrue(differences.contains("KILL-77 (line 22): there is no constant for it"));
        assertTrue(differences.contains("KILL-3: the document lacks it"));
    }
}
