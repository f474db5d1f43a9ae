package dev.codepurger.cli.bench;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real Erlang node as a peer: {@code erl}, if it is on the path. */
final class ErlangNode {
    /** Two loads of any module that nobody is in; then, each round, a purge that is timed, in microseconds, and another load. */
    private static final String SCRIPT = """
            [spawn(timer, sleep, [infinity]) || _ <- lists:seq(1, PROCESSES)],
            {dict, Code, _} = code:get_object_code(dict),
            Load = fun() -> {module, dict} = erlang:load_module(dict, Code) end,
            Load(),
            Round = fun(_) ->
                Load(),
                {Micros, {true, false}} = timer:tc(erts_code_purger, purge, [dict]),
                io:format("~b~n", [Micros])
            end,
            lists:foreach(Round, lists:seq(1, ROUNDS)),
            halt(0).
            """;

    private ErlangNode() {
    }

    /** Median time of a hard purge among so many idle processes, in milliseconds; null if there is no node. */
    static @Nullable Double purgeMillis(int processes, int rounds) {
        String script = SCRIPT.replace("PROCESSES", Integer.toString(processes)).replace("ROUNDS", Integer.toString(rounds));
        Process erl;
        try {
            erl = new ProcessBuilder("erl", "-noshell", "-noinput", "+P", "262144", "-eval", script)
                    .redirectErrorStream(true).start();
        } catch (IOException e) {
            return null;
        }
        try {
            String output = new String(erl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = erl.waitFor();
            List<String> lines = Splitter.on('\n').trimResults().omitEmptyStrings().splitToList(output);
            if (code != 0 || lines.size() != rounds) {
                throw new IllegalStateException("erl ended with " + code + " and said: " + output);
            }
            return lines.stream().mapToLong(Long::parseLong).sorted().skip(rounds / 2).findFirst().orElseThrow() / 1e3;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a node was measured", e);
        } finally {
            erl.destroy();
        }
    }
}
