package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.codepurger.model.world.Local.Ask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody can answer to a check, and whether he can have answered. */
class AnswersTest {
    private static final World WORLD = MadeWorlds.world(draft -> {
        // as it is
    });

    @ParameterizedTest
    @CsvSource({"NONE, false, false, false", "LISTED, false, true, false", "PERHAPS, false, true, false", "ASKED, true, true, false",
            "TRUE, true, true, true", "FALSE, true, true, true"})
    @DisplayName("an answer is ready if it was given, or can be given; of those who are listed, if a request is free")
    void isReady(Ask ask, boolean withoutFree, boolean withFree, boolean paused) {
        assertEquals(withoutFree, Answers.isReady(asked(nowhere(), ask), 0));
        assertEquals(withFree, Answers.isReady(asked(nowhere(), ask), 1));
        assertEquals(paused, Answers.isReady(asked(nowhere().paused(true), ask), 1));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("an answer that stands behind a message is not ready")
    void behindAMessage(Ask ask) {
        assertFalse(Answers.isReady(nowhere().ask(ask, Window.after(1)), 1));
    }

    @ParameterizedTest
    @CsvSource({"NONE, false, false", "LISTED, true, false", "PERHAPS, false, false", "ASKED, true, false", "TRUE, true, true",
            "FALSE, false, false"})
    @DisplayName("an answer can be true if it was, or is still open and its process refers to the old code")
    void canBeTrue(Ask ask, boolean old, boolean current) {
        assertEquals(old, Answers.canBeTrue(WORLD, asked(inOld(), ask), "m"));
        assertEquals(current, Answers.canBeTrue(WORLD, asked(inCurrent(), ask), "m"));
    }

    @ParameterizedTest
    @CsvSource({"NONE, false, false, false", "LISTED, false, true, true", "PERHAPS, true, true, true", "ASKED, false, true, true",
            "TRUE, false, false, false", "FALSE, true, true, true"})
    @DisplayName("an answer can be false if it was, or is still open and its process does not refer to the old code or may be dead")
    void canBeFalse(Ask ask, boolean old, boolean current, boolean dying) {
        assertEquals(old, Answers.canBeFalse(WORLD, asked(inOld(), ask), "m"));
        assertEquals(current, Answers.canBeFalse(WORLD, asked(inCurrent(), ask), "m"));
        assertEquals(dying, Answers.canBeFalse(WORLD, asked(inOld().dying(Local.Reason.KILLED), ask), "m"));
        assertEquals(dying, Answers.canBeFalse(WORLD, asked(inOld().mortal(), ask), "m"));
    }

    @Test
    @DisplayName("another module's old code is none of its business")
    void anotherModule() {
        assertFalse(Answers.canBeTrue(WORLD, asked(inOld(), Ask.ASKED), "n"));
    }
}
