package dev.codepurger.conformance.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayLineTest {
    private static final String GOOD = "codepurger1 subject=s profile=seed limit=2 seed=-7 effects=true timeout=10000ms case=c";

    @Test
    @DisplayName("a line can be read back, whatever the subject is called")
    void roundTrip() {
        ReplayLine line = new ReplayLine("exec:./a b 'c' \u001b[0m=x", "seed", 2, Long.MIN_VALUE, true, Duration.ofMillis(1),
                ImmutableMap.of("scheduler", "a b=c"), "kill-limit-two",
                Optional.of(ImmutableList.of(new Step.Do(new Stimulus.Kill("a b = '")), new Step.Settle())));
        assertTrue(line.toString().chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\''), line.toString());
        assertEquals(line, ReplayLine.parse(line.toString()));
    }

    @Test
    @DisplayName("a line without steps means the case itself")
    void withoutSteps() {
        ReplayLine line = ReplayLine.parse(GOOD);
        assertEquals(Optional.empty(), line.steps());
        assertEquals(GOOD, line.toString());
        assertEquals(line, ReplayLine.parse("  " + GOOD.replace(" ", "   ") + " "));
    }

    @ParameterizedTest(name = "garbled: {1}")
    @CsvSource(delimiter = '|', value = {"hello | begins with codepurger1", "'' | begins with codepurger1",
            "codepurger1 subject=s | the field profile is missing", "codepurger1 subject=s subject=s | stands twice",
            "codepurger1 subject | not NAME=VALUE"})
    void garbled(String text, String message) {
        assertProblem(text.strip(), message);
    }

    @ParameterizedTest(name = "{0} cannot be {1}")
    @CsvSource({"limit=2,limit=0", "limit=2,limit=two", "seed=-7,seed=x", "effects=true,effects=yes", "timeout=10000ms,timeout=0ms",
            "timeout=10000ms,timeout=99999999999ms", "case=c,case=c steps=fly()", "case=c,case=c colour=red", "subject=s,subject=\\u00"})
    void wrongValues(String good, String bad) {
        assertThrows(IllegalArgumentException.class, () -> ReplayLine.parse(GOOD.replace(good, bad)));
    }

    private static void assertProblem(String text, String message) {
        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, () -> ReplayLine.parse(text));
        assertTrue(String.valueOf(problem.getMessage()).contains(message), problem.getMessage());
    }
}
