package dev.codepurger.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --purger}: which purger a real node runs. It is part of the subject's name, so that a replay line has it. */
final class PurgerOption {
    private static final String SUBJECT = "otp";

    @Option(names = "--purger", paramLabel = "FILE.erl", description = "With --subject otp: a source of erts_code_purger, which is judged in place of the node's own.")
    private @Nullable Path purger;

    /** The name of the subject with this purger, which is the name as it is if none was given. */
    String in(String subject) {
        if (purger == null) {
            return subject;
        }
        if (!subject.equals(SUBJECT) && !subject.startsWith(SUBJECT + ":")) {
            throw CliException.usage("--purger goes with --subject otp; " + Context.quoted(subject) + " is no Erlang node");
        }
        return subject + (subject.equals(SUBJECT) ? ":" : ",") + "purger=" + purger.toAbsolutePath().normalize();
    }
}
