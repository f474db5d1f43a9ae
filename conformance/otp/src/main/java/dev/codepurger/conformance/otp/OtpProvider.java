package dev.codepurger.conformance.otp;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.exec.Program;
import dev.codepurger.conformance.exec.Programs;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Nodes that are run with the same options. */
public final class OtpProvider implements SubjectProvider {
    private static final Duration START = Duration.ofSeconds(30);
    /** Schedulers that are offline, each for one process that is paused. */
    static final int CELLS = 16;
    /** What would change the node from outside. */
    static final Set<String> VARIABLES = Set.of("ERL_FLAGS", "ERL_AFLAGS", "ERL_ZFLAGS", "ERL_LIBS", "ERL_COMPILER_OPTIONS",
            "ERL_EPMD_PORT");

    private final SubjectProvider nodes;
    /** What is over when no more nodes are wanted. */
    private final Runnable end;

    private OtpProvider(SubjectProvider nodes, Runnable end) {
        this.nodes = nodes;
        this.end = end;
    }

    static OtpProvider start(OtpOptions options) throws SubjectException {
        if (!Erlang.isThere()) {
            throw new SubjectException("otp: " + Erlang.NOT_THERE);
        }
        Workshop workshop = Workshop.open();
        try {
            return new OtpProvider(nodes(options, workshop), workshop::close);
        } catch (SubjectException e) {
            workshop.close();
            throw e;
        }
    }

    private static SubjectProvider nodes(OtpOptions options, Workshop workshop) throws SubjectException {
        if (options.purger().isEmpty()) {
            return Programs.start(options.name(), program(options, workshop, List.of()));
        }
        Path source = options.purger().get();
        Path compiled = GivenPurger.compile(source, workshop);
        try {
            return running(compiled, options, workshop);
        } catch (SubjectException e) {
            throw GivenPurger.notTakenOver(source, e);
        }
    }

    /**
     * Nodes with a given purger; whoever closes them keeps the workshop.
     *
     * @param compiled the folder with the compiled purger
     * @param requests how it is asked
     * @param workshop the adapter
     */
    public static SubjectProvider running(Path compiled, Requests requests, Workshop workshop) throws SubjectException {
        return new OtpProvider(running(compiled, OtpOptions.DEFAULT.with(requests), workshop), () -> {
        });
    }

    private static SubjectProvider running(Path compiled, OtpOptions options, Workshop workshop) throws SubjectException {
        return Programs.start(options.name(), program(options, workshop, List.of("-codepurger_given", compiled.toString())));
    }

    private static Program program(OtpOptions options, Workshop workshop, List<String> given) throws SubjectException {
        ImmutableList<String> words = ImmutableList.<String>builder().add(Erlang.program("erl"), "-noinput", "-boot", "start_clean",
                "+S", options.schedulers() + CELLS + ":" + options.schedulers(), "+sbwt", "none", "+swt", "very_low", "-kernel",
                "logger_level", "none", "-pa", workshop.folder().toString()).addAll(given)
                .addAll(options.requests() == Requests.FUNCTIONS ? List.of("-codepurger_requests", "functions") : List.of())
                .add("-s", "codepurger_adapter", "start").build();
        // No dump: what it would say stands in the last words.
        return new Program(words, ImmutableMap.of("ERL_CRASH_DUMP_SECONDS", "0"), VARIABLES, START, false, true, NodeEnd::reason);
    }

    @Override
    public SubjectInfo info() {
        return info(nodes.info().profile());
    }

    /** The purger of OTP 25 answers a {@code change_prio} in any case, though a profile may say that it does not: then it is not sent any. */
    @Override
    public SubjectInfo info(Profile profile) {
        return profile.priorityChanged() ? nodes.info() : nodes.info().without(Capability.CHANGE_PRIO);
    }

    @Override
    public Duration starting() {
        return nodes.starting();
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        return nodes.open(options);
    }

    @Override
    public void close() {
        nodes.close();
        end.run();
    }
}
