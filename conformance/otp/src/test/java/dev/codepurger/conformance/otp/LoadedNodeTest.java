package dev.codepurger.conformance.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.otp.whitebox.Difference;
import dev.codepurger.conformance.otp.whitebox.PurgerLog;
import dev.codepurger.conformance.otp.whitebox.WhiteBox;
import dev.codepurger.conformance.otp.whitebox.WhiteBoxResult;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.testing.Programs;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The purger of a node under load does what the model does. */
@Tag("slow")
class LoadedNodeTest {

    @BeforeAll
    static void erlangIsThere() {
        Programs.require("erl", "erlang-base");
        Programs.require("erlc", "erlang-base");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0
            2, 3
            """)
    @DisplayName("its log has no difference")
    void noDifference(int schedulers, int limit) throws SubjectException {
        LoadedNode.Load load = new LoadedNode.Load(schedulers, limit, 1, 3000, Duration.ofSeconds(60));
        try (LoadedNode node = LoadedNode.start(load)) {
            PurgerLog log = PurgerLog.of(node.lines());
            assertEquals(limit, log.requestsInFlight());
            WhiteBoxResult result = WhiteBox.replay(log, log.profile());
            assertEquals("", String.join("\n", result.difference().map(Difference::lines).orElseGet(ImmutableList::of)));
            assertTrue(result.ended(), () -> node.trouble());
            // Some deaths are flushed, and not consumed.
            assertTrue(result.all() > 2500, "consumed " + result.all());
        }
    }
}
