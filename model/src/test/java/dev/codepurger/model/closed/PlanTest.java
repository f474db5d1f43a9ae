package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.closed.Plan.Place;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @ParameterizedTest
    @CsvSource({"OLD, true", "CURRENT, true", "PENDING, true", "ELSEWHERE, false", "REMOTE, false"})
    @DisplayName("three of the places are in code of the module")
    void isInCode(Place place, boolean inCode) {
        assertEquals(inCode, place.isInCode());
    }
}
