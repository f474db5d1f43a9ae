package dev.codepurger.cli.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.exec.TraceRecorder;
import dev.codepurger.conformance.reference.Fault;
import dev.codepurger.conformance.reference.FaultTrial;
import dev.codepurger.conformance.reference.Way;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which faulty purgers give themselves away in a log: the suite runs them, what they do is written down, and the logs are checked as anybody's are. */
public final class FaultLogs {
    private static final String CONCURRENT = "by chance: only threads that really run at once bring it about";

    private final FaultTrial recorded;
    private final FaultTrial all;
    private final Judges judges;

    /**
     * With these cases.
     *
     * @param timeout how long a subject may take for one thing
     * @param scheduler how the processes of a fault are run; one that needs threads gets them anyway
     */
    public FaultLogs(CaseCatalogue cases, Judges judges, Duration timeout, String scheduler) {
        // Where several threads act there is no one order to be written down.
        CaseCatalogue oneByOne = new CaseCatalogue(
                cases.cases().stream().filter(one -> Way.of(one) != Way.CONCURRENT).collect(ImmutableList.toImmutableList()));
        recorded = new FaultTrial(oneByOne, judges, timeout, scheduler);
        all = new FaultTrial(cases, judges, timeout, scheduler);
        this.judges = judges;
    }

    /**
     * What the logs of one fault say.
     *
     * @param rejected is one of them not legal?
     * @param effects are effects in all that are not?
     * @param rules the rules that they blame
     */
    public record Row(Fault fault, boolean rejected, boolean effects, ImmutableSet<Rule> rules) {

        /** Is it as it should be? A fault that needs chance may have had none. */
        public boolean asExpected() {
            return rejected || fault.needsThreads();
        }

        /** As a row of a table in Markdown. */
        public String line() {
            String shown = fault.needsThreads() ? CONCURRENT : !rejected ? "no" : effects ? "yes, with effects" : "yes";
            return "| `" + fault.name() + "` | " + fault.description() + " | " + ids(fault.rules()) + " | " + shown + " | " + ids(rules)
                    + " |";
        }

        private static String ids(Set<Rule> rules) {
            return rules.stream().map(Rule::id).collect(Collectors.joining(", "));
        }
    }

    /** The head of the table. */
    public static List<String> head() {
        return List.of("| fault | what it does | breaks | rejected by its log | for |", "|---|---|---|---|---|");
    }

    /** Runs one fault with a seed and looks into its logs, until each of its rules has been blamed. */
    public Row look(Fault fault, long seed) {
        try {
            Path folder = Files.createTempDirectory("codepurger-logs");
            try {
                (fault.needsThreads() ? all : recorded).untilRejected(fault, seed, subject -> new TraceRecorder(subject, folder));
                return row(fault, folder);
            } finally {
                MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row row(Fault fault, Path folder) throws IOException {
        boolean rejected = false;
        boolean effects = true;
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.sorted().toList();
        }
        for (Path log : logs) {
            CheckedTrace checked = check(log);
            if (checked.verdict() == Verdict.VIOLATED) {
                Rejection why = checked.rejection().orElseThrow();
                rejected = true;
                effects &= why.effects();
                rules.addAll(why.blamed());
            }
            if (rules.containsAll(fault.rules())) {
                break;
            }
        }
        return new Row(fault, rejected, effects, Sets.immutableEnumSet(rules));
    }

    private CheckedTrace check(Path log) throws IOException {
        try (InputStream in = Files.newInputStream(log)) {
            return new TraceCheck(log.toString(), judges, UnaryOperator.identity()).check(in);
        }
    }
}
