package dev.codepurger.conformance.exec;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectForm;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Programs as subjects: {@code exec:COMMAND}. There is none to list. */
public final class ExecFamily implements SubjectFamily {
    private static final String PREFIX = "exec:";
    /** How long a program may take to start and say who it is. */
    private static final Duration START = Duration.ofSeconds(10);

    /** For the service loader. */
    public ExecFamily() {
    }

    @Override
    public List<SubjectProvider> subjects() {
        return List.of();
    }

    @Override
    public List<SubjectForm> forms() {
        return List.of(new SubjectForm(PREFIX + "COMMAND", "a program in any language that speaks the protocol"));
    }

    /** Starts the command and asks it who it is; it stays until the provider is closed. */
    @Override
    public Optional<SubjectProvider> find(String name) throws SubjectException {
        return name.startsWith(PREFIX)
                ? Optional.of(ExecProvider.start(name, Program.of(Words.split(name.substring(PREFIX.length())), START)))
                : Optional.empty();
    }
}
