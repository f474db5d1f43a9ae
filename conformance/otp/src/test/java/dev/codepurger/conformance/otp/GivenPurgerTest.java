package dev.codepurger.conformance.otp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.otp.mutant.PurgerMutant;
import dev.codepurger.conformance.otp.mutant.PurgerMutants;
import dev.codepurger.conformance.run.Channels;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.RuleFindings;
import dev.codepurger.conformance.run.RuleHunt;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.run.RunResult;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A given source of the purger is judged in place of the node's own; one that is no purger is refused in one line. */
@Tag("slow")
class GivenPurgerTest {
    private static PurgerMutants mutants;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make() throws SubjectException {
        Programs.require("erl", "erlang-base");
        Programs.require("erlc", "erlang-base");
        mutants = PurgerMutants.of(Optional.empty());
    }

    @AfterAll
    static void close() {
        if (mutants != null) {
            mutants.close();
        }
    }

    private static String source(String name) throws IOException {
        PurgerMutant mutant = mutants.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return Files.readString(mutants.source(mutant));
    }

    private String subject(String text) throws IOException {
        Path file = folder.resolve("a, purger.erl");
        Files.writeString(file, text);
        return "otp:purger=" + file;
    }

    @ParameterizedTest
    @CsvSource({"dispatch-*, 10", "kill-*, 8", "onload-*, 8"})
    @DisplayName("the node's own source conforms when it is given, also when it takes the node down again and again")
    void conforms(String cases, int least) throws IOException, SubjectException {
        RunResult result = OtpNodeTest.run(subject(source(PurgerMutant.AS_GIVEN)), cases, Channels.BLACK_BOX);
        assertEquals(Verdict.CONFORMS, result.verdict(), () -> result.results().toString());
        assertTrue(result.ran() >= least, () -> "only " + result.ran() + " cases ran");
    }

    @Test
    @DisplayName("with finish_after_on_load among the saved requests, no request is lost, whatever else is not as hardened says")
    void mended() throws IOException, SubjectException {
        assertEquals(ImmutableSet.of(), blamed("finish-saved", Profile.HARDENED));
        assertEquals(ImmutableSet.of(Rule.QUEUE_6), blamed(PurgerMutant.AS_GIVEN, Profile.HARDENED));
        assertEquals(ImmutableSet.of(), blamed(PurgerMutant.AS_GIVEN, Profile.SEED));
    }

    /** By which rules of QUEUE-5 and QUEUE-6 a purger is rejected. Effects are left out: the last are lost when the node goes down by ONLOAD-6. */
    private ImmutableSet<Rule> blamed(String name, Profile profile) throws IOException, SubjectException {
        SubjectProvider nodes = new OtpFamily().find(subject(source(name))).orElseThrow();
        try {
            RunOptions options = new RunOptions(1, Duration.ofSeconds(60), profile, ImmutableMap.of(), Channels.BLACK_BOX);
            RuleFindings findings = new RuleHunt(CaseCatalogue.load().matching(List.of("QUEUE-5", "QUEUE-6")), new OracleJudges())
                    .run(ImmutableSet.of(Rule.QUEUE_5, Rule.QUEUE_6), nodes, options, 1);
            assertTrue(findings.ran() > 0);
            return findings.blamed().keySet();
        } finally {
            nodes.close();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            wait_for_request() ->       | wait_for_request( ->  | a, purger.erl:13:19: syntax error
            -module(erts_code_purger).  | -module(another).     | is module another, and should be erts_code_purger
            pending_purge_lambda/3,     |                       | does not export pending_purge_lambda/3
            cpc_receive                 | cpc_take              | has no, or never calls, the function cpc_receive/4
            -spec start() -> no_return().| -on_load(start/0).   | erts_code_purger cannot be loaded: it has an on_load function
            register(erts_code_purger, self()) | register(another, self()) | does not register itself as erts_code_purger within
            register(erts_code_purger, self()) | exit(none)      | could not take over: the adapter ended
            """)
    @DisplayName("a source that does not compile, does not load, or never takes over, is refused in one line that says what and where")
    void refused(String from, String to, String wanted) throws IOException {
        String text = source(PurgerMutant.AS_GIVEN);
        String wrong = text.replace(from, to == null ? "" : to);
        assertNotEquals(text, wrong);
        String name = subject(wrong);
        SubjectException e = assertThrows(SubjectException.class, () -> new OtpFamily().find(name));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(wanted) && message.contains("a, purger.erl"), message);
        assertEquals(1, message.lines().count(), message);
    }

    @Test
    @DisplayName("a file that is not there is refused")
    void missing() {
        SubjectException e = assertThrows(SubjectException.class, () -> new OtpFamily().find("otp:purger=" + folder.resolve("none.erl")));
        assertTrue(String.valueOf(e.getMessage()).endsWith("none.erl cannot be read"), e.getMessage());
    }
}
