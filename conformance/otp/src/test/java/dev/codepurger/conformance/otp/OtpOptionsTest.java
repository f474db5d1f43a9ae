package dev.codepurger.conformance.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.conformance.subject.SubjectException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options in the name of the subject. */
class OtpOptionsTest {

    @Test
    @DisplayName("options stand in the name, and can be read from it again")
    void roundTrip() throws SubjectException {
        OtpOptions options = new OtpOptions(4, Requests.MESSAGES, Optional.empty());
        assertEquals("otp:schedulers=4", options.name());
        assertEquals(options, OtpOptions.parse(options.name()));
        OtpOptions given = new OtpOptions(4, Requests.FUNCTIONS, Optional.of(Path.of("a, b.erl")));
        assertEquals("otp:schedulers=4,requests=functions,purger=a, b.erl", given.name());
        assertEquals(given, OtpOptions.parse(given.name()));
        assertEquals(given, OtpOptions.parse("otp:requests=functions,schedulers=4,purger=a, b.erl"));
        assertEquals(Optional.of(Path.of("schedulers=1")), OtpOptions.parse("otp:purger=schedulers=1").purger());
        assertEquals(OtpOptions.DEFAULT, OtpOptions.parse("otp"));
        assertEquals("otp", OtpOptions.DEFAULT.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"otp:schedulers=0", "otp:schedulers=many", "otp:schedulers", "otp:", "otp:colour=red", "otp:purger=",
            "otp:schedulers=2,", "otp:requests=messages", "otp:requests", "otp:schedulers=2,purger="})
    @DisplayName("an option that makes no sense is refused in one sentence")
    void refused(String name) {
        SubjectException e = assertThrows(SubjectException.class, () -> OtpOptions.parse(name));
        assertTrue(String.valueOf(e.getMessage()).startsWith("otp") || String.valueOf(e.getMessage()).contains("of otp"),
                e.getMessage());
    }

    @Test
    @DisplayName("other names are not of this family")
    void names() {
        assertTrue(OtpOptions.isName("otp"));
        assertTrue(OtpOptions.isName("otp:schedulers=2"));
        assertFalse(OtpOptions.isName("otp2"));
        assertFalse(OtpOptions.isName("reference"));
    }
}
