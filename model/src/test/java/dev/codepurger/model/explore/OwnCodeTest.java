package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnCodeTest {

    @Test
    @DisplayName("a version of the code is told from others by a hash of 256 bits")
    void hash() {
        assertTrue(OwnCode.hash().matches("[0-9a-f]{64}"), OwnCode.hash());
    }
}
