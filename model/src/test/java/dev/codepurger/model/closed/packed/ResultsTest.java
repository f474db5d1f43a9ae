package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.codepurger.model.purger.Result;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultsTest {

    @Test
    @DisplayName("every result has a number of its own, from 1")
    void numbers() {
        for (int number = 1; number <= Results.LAST; number++) {
            assertEquals(number, Results.number(Results.result(number)));
        }
        assertEquals(new Result.Hard(true, true), Results.result(Results.KILLED));
        assertEquals(new Result.NoPendingOnLoad(), Results.result(Results.ERROR));
    }

    @Test
    @DisplayName("what nobody is answered in a packed world has none")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> Results.number(new Result.NoPriority()));
    }
}
