package dev.codepurger.model.purger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProfileTest {

    @Test
    @DisplayName("most checks meet a limit of requests in flight only if it is lower than the one that a profile begins with")
    void limitsMostChecks() {
        assertFalse(Profile.SEED.limitsMostChecks());
        assertFalse(Profile.OTP_25.limitsMostChecks());
        assertTrue(Profile.OTP_25.withRequestsInFlight(99).limitsMostChecks());
    }

    @Test
    @DisplayName("no more kills are outstanding than requests may be in flight")
    void killsAtOnce() {
        assertEquals(10, Profile.SEED.killsAtOnce());
        assertEquals(10, Profile.OTP_25.killsAtOnce());
        assertEquals(2, Profile.OTP_25.withRequestsInFlight(2).killsAtOnce());
        assertEquals(1, Profile.OTP_25.withRequestsInFlight(2).withKillLimit(1).killsAtOnce());
    }

    @Test
    @DisplayName("a limit is at least 1, and where there is none there cannot be another")
    void limits() {
        assertThrows(IllegalArgumentException.class, () -> Profile.SEED.withKillLimit(0));
        assertThrows(IllegalArgumentException.class, () -> Profile.OTP_25.withRequestsInFlight(0));
        assertThrows(IllegalStateException.class, () -> Profile.SEED.withRequestsInFlight(5));
        assertEquals(1, Profile.OTP_25.withRequestsInFlight(1).requestsInFlight());
    }
}
