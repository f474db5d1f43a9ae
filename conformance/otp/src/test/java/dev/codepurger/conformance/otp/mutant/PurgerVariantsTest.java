package dev.codepurger.conformance.otp.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every small change of a purger; that the suite notices them is shown by {@code codepurger purger-mutants --systematic}. */
@Tag("slow")
class PurgerVariantsTest {
    /** No purger of any use, but with everything that is asked of one, and something to be changed in every way. */
    private static final String SMALL = """
            -module(erts_code_purger).
            -export([start/0, purge/1, soft_purge/1, finish_after_on_load/2, pending_purge_lambda/3]). -record(r, {x, y}).
            start() -> wait_for_request().
            purge(true) -> 1; purge(false) -> 2; purge(7) -> 3; purge([]) -> 4; purge([_]) -> 5; purge([a | _]) -> 6; purge(M) -> M.
            soft_purge({a, _}) -> 1; soft_purge({b, _} = M) -> M; soft_purge({b, _, _}) -> 2; soft_purge(#r{x = 1}) -> 3; soft_purge(#r{x = 2}) -> 4.
            finish_after_on_load(M, _) -> M.
            pending_purge_lambda(_, F, A) -> apply(F, A).
            wait_for_request() -> receive M -> handle_request(M, []) end.
            handle_request({a, N, P}, L) when N > 1, is_pid(P); N == 0 -> P ! N + 2, M = erlang:monitor(process, P), test_progress(M, P, L, 0);
            handle_request(_, L) -> cpc_receive(L, 1, 2, 3).
            cpc_receive(L, _, _, _) -> unlink(self()), lists:reverse(L) ++ [1].
            test_progress(M, P, L, _) -> case P of M -> [true | L]; _ -> L end.
            """;

    @Test
    @DisplayName("each kind of change is made, of each place, one at a time")
    void changes(@TempDir Path folder) throws SubjectException, IOException {
        Programs.require("erl", "erlang-base");
        Path source = Files.writeString(folder.resolve("erts_code_purger.erl"), SMALL);
        try (PurgerVariants variants = PurgerVariants.of(Optional.of(source), name -> true)) {
            ImmutableMap<String, PurgerVariant> byName = Maps.uniqueIndex(variants.all(), PurgerVariant::name);
            assertEquals("is_pid(P) -> true", change(byName, "handle_request-2.guard-test-dropped.2"));
            assertEquals("N > 1 -> not (N > 1)", change(byName, "handle_request-2.guard-test-negated.1"));
            assertEquals("N > 1, is_pid(P); N == 0 -> no guard", change(byName, "handle_request-2.guard-dropped.1"));
            assertEquals("N > 1, is_pid(P); N == 0 -> N == 0", change(byName, "handle_request-2.guard-alternative-dropped.1"));
            assertEquals("P ! N + 2 -> begin N + 2 end", change(byName, "handle_request-2.message-not-sent.1"));
            assertEquals("monitor(process, P) -> make_ref()", change(byName, "handle_request-2.monitor-removed.1"));
            assertEquals("unlink(self()) -> nothing", change(byName, "cpc_receive-4.statement-dropped.1"));
            assertEquals("lists:reverse(L) ++ [1] -> [1] ++ lists:reverse(L)", change(byName, "cpc_receive-4.order-reversed.1"));
            assertEquals("lists:reverse(L) -> L", change(byName, "cpc_receive-4.order-reversed.2"));
            assertEquals("[true | L] -> L ++ [true]", change(byName, "test_progress-4.order-reversed.1"));
            assertEquals("M -> _", change(byName, "test_progress-4.pattern-loosened.1"));
            assertEquals("true -> false", change(byName, "test_progress-4.constant-changed.1"));
            assertEquals("N > 1 -> N >= 1", change(byName, "handle_request-2.operator-changed.1"));
            assertEquals(9, variant(byName, "handle_request-2.clause-dropped.1").line());
            String before = Files.readString(variants.source());
            ImmutableSet.Builder<String> texts = ImmutableSet.builder();
            for (PurgerVariant one : variants.all()) {
                if (one.trouble().isEmpty()) {
                    texts.add(Files.readString(variants.source(one)));
                }
            }
            assertTrue(!texts.build().contains(before));
            assertNotEquals("", variant(byName, "handle_request-2.clause-dropped.2").trouble(), "cpc_receive/4 is then never called");
        }
    }

    @Test
    @DisplayName("clauses that no term fits both of are not swapped: it would change nothing")
    void notSwapped(@TempDir Path folder) throws SubjectException, IOException {
        Programs.require("erl", "erlang-base");
        Path source = Files.writeString(folder.resolve("erts_code_purger.erl"), SMALL);
        try (PurgerVariants variants = PurgerVariants.of(Optional.of(source), name -> name.contains("clauses-swapped"))) {
            assertEquals(
                    List.of("[_] -> ... ; [a | _] -> ... -> [a | _] -> ... ; [_] -> ...",
                            "[a | _] -> ... ; M -> ... -> M -> ... ; [a | _] -> ...",
                            "{b, _, _} -> ... ; #r{x = 1} -> ... -> #r{x = 1} -> ... ; {b, _, _} -> ..."),
                    variants.all().stream().filter(one -> one.name().contains("purge-1.")).map(PurgerVariant::change).toList());
            assertEquals(5, variants.all().size(), () -> "" + variants.all());
        }
    }

    private static String change(ImmutableMap<String, PurgerVariant> variants, String name) {
        return variant(variants, name).change();
    }

    private static PurgerVariant variant(ImmutableMap<String, PurgerVariant> variants, String name) {
        return Optional.ofNullable(variants.get(name)).orElseThrow(() -> new AssertionError("no " + name + " among " + variants.keySet()));
    }

    @Test
    @DisplayName("of the purger of this Erlang there are many, and hardly one that cannot be loaded")
    void ofThisErlang() throws SubjectException {
        Programs.require("erl", "erlang-base");
        try (PurgerVariants variants = PurgerVariants.of(Optional.empty(), name -> true)) {
            assertTrue(variants.all().size() > 300, () -> "only " + variants.all().size());
            assertTrue(variants.all().stream().filter(one -> !one.trouble().isEmpty()).count() < 10);
        }
    }
}
