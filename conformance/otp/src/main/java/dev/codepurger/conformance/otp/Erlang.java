package dev.codepurger.conformance.otp;

import dev.codepurger.conformance.subject.SubjectException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Erlang of this machine, if there is one on the path. */
final class Erlang {
    /** What to say where there is none. */
    static final String NOT_THERE = "there is no erl on the path: install erlang-base (Debian: apt-get install erlang-base)";

    private Erlang() {
    }

    static boolean isThere() {
        return find("erl").isPresent() && find("erlc").isPresent();
    }

    /** The program of this name. */
    static String program(String name) throws SubjectException {
        return find(name).orElseThrow(() -> new SubjectException(NOT_THERE)).toString();
    }

    private static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)).filter(folder -> !folder.isEmpty())
                .flatMap(folder -> in(folder, name)).findFirst();
    }

    private static Stream<Path> in(String folder, String name) {
        try {
            return Stream.of(Path.of(folder, name)).filter(Files::isExecutable);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
