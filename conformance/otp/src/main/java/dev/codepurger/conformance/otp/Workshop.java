package dev.codepurger.conformance.otp;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.subject.SubjectException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A private folder with the compiled adapter, which nodes are started from. */
public final class Workshop implements AutoCloseable {
    /** The modules of the adapter, and what they include. */
    static final ImmutableList<String> SOURCES = ImmutableList.of("codepurger.hrl", "codepurger_adapter.erl", "codepurger_client.erl",
            "codepurger_code.erl",
            "codepurger_control.erl", "codepurger_effects.erl", "codepurger_forms.erl", "codepurger_given.erl", "codepurger_handler.erl",
            "codepurger_hello.erl", "codepurger_json.erl", "codepurger_junk.erl", "codepurger_load.erl", "codepurger_log.erl",
            "codepurger_modules.erl", "codepurger_mutants.erl", "codepurger_node.erl", "codepurger_patterns.erl", "codepurger_pause.erl",
            "codepurger_process.erl",
            "codepurger_processes.erl", "codepurger_purger.erl", "codepurger_rest.erl", "codepurger_seen.erl", "codepurger_stimulus.erl",
            "codepurger_takeover.erl", "codepurger_template1.erl", "codepurger_template2.erl", "codepurger_variants.erl",
            "codepurger_white.erl");
    private static final long COMPILE_SECONDS = 60;
    /** How long the rest of what it printed may take when it has ended. */
    private static final long DRAIN_SECONDS = 5;
    private static final int MOST_PRINTED = 10_000;

    private final Path folder;
    private final Thread hook = new Thread(this::delete, "adapter folder");

    private Workshop(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Compiles the adapter.
     *
     * @throws SubjectException if there is no Erlang, or it cannot be compiled
     */
    public static Workshop open() throws SubjectException {
        try {
            Workshop workshop = new Workshop(Files.createTempDirectory("codepurger-otp-"));
            try {
                workshop.compile();
                return workshop;
            } catch (SubjectException | IOException e) {
                workshop.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SubjectException("the adapter for Erlang cannot be written: " + Printable.line(String.valueOf(e.getMessage())), e);
        }
    }

    /** Where the compiled modules are; whatever else is put there is removed with them. */
    public Path folder() {
        return folder;
    }

    private void compile() throws IOException, SubjectException {
        List<String> words = new ArrayList<>(List.of(Erlang.program("erlc"), "-Werror", "+deterministic", "-o", folder.toString()));
        for (String name : SOURCES) {
            Path file = folder.resolve(name);
            try (InputStream in = Workshop.class.getResourceAsStream("erlang/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the jar has no erlang/" + name);
                }
                Files.copy(in, file);
            }
            if (name.endsWith(".erl")) {
                words.add(file.toString());
            }
        }
        run(words, "compile the adapter");
    }

    /**
     * Runs a function of one of the modules in a system of its own.
     *
     * @param module the module
     * @param words the function, and its arguments
     * @param what what Erlang is to do, for messages: what the function prints is the reason why it could not
     * @return what the function printed
     */
    public String run(String module, List<String> words, String what) throws SubjectException {
        try {
            return run(ImmutableList.<String>builder()
                    .add(Erlang.program("erl"), "-noinput", "-boot", "start_clean", "-pa", folder.toString(), "-run",
                            module)
                    .addAll(words).build(), what);
        } catch (IOException e) {
            throw new SubjectException("Erlang could not " + what + ": " + Printable.line(String.valueOf(e.getMessage())), e);
        }
    }

    private static String run(List<String> words, String what) throws IOException, SubjectException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            // What it prints is read while it runs, so that the time-out counts also for one that prints and does not end.
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> printed(process),
                    Thread.ofPlatform().daemon().name("output of Erlang")::start);
            boolean ended = process.waitFor(COMPILE_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                // Not by the process, which would close what is being read.
                process.toHandle().destroyForcibly();
            }
            String output = printed.completeOnTimeout("", DRAIN_SECONDS, TimeUnit.SECONDS).join();
            if (!ended || process.exitValue() != 0) {
                throw new SubjectException("Erlang could not " + what + ": " + Printable.line(output.replaceAll("\\s*\\R\\s*", " | ")));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectException("the run was ended while Erlang was to " + what, e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The beginning of what it prints; the rest is thrown away. */
    private static String printed(Process process) {
        try (InputStream in = process.getInputStream()) {
            String beginning = new String(in.readNBytes(MOST_PRINTED), StandardCharsets.UTF_8).strip();
            in.transferTo(OutputStream.nullOutputStream());
            return beginning;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void delete() {
        try {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        } catch (IOException e) {
            // It lies in the folder for what is temporary; that it could not be removed is nobody's trouble.
            return;
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends, and the hook runs.
            return;
        }
        delete();
    }
}
