package dev.codepurger.conformance.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the last words of an emulator mean. */
class NodeEndTest {

    @Test
    @DisplayName("the reason of the purger's death is read from the last words")
    void reasons() {
        assertEquals(Optional.of("badarg"), NodeEnd.reason(1, "System process <0.1.0> terminated: {badarg,[{erlang,f,[m,true],[]}]}"));
        assertEquals(Optional.of("killed"), NodeEnd.reason(1, "some words before\nSystem process <0.1.0> terminated: killed\n"));
    }

    @Test
    @DisplayName("any other end is a mistake of the adapter")
    void others() {
        assertEquals(Optional.empty(), NodeEnd.reason(0, ""));
        assertEquals(Optional.empty(), NodeEnd.reason(1, "init terminating in do_boot (undef)"));
        assertEquals(Optional.empty(), NodeEnd.reason(137, ""));
    }
}
