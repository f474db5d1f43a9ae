package dev.codepurger.cli;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import dev.codepurger.cli.mutation.Change;
import dev.codepurger.cli.mutation.Fate;
import dev.codepurger.cli.mutation.MutationReport;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.cli.mutation.MutationSummary;
import dev.codepurger.cli.mutation.ReportedMutant;
import dev.codepurger.cli.mutation.SpecFiles;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.otp.Requests;
import dev.codepurger.conformance.otp.mutant.PurgerVariant;
import dev.codepurger.conformance.otp.mutant.PurgerVariants;
import dev.codepurger.conformance.reference.UnbrokenRules;
import dev.codepurger.conformance.run.Detections;
import dev.codepurger.conformance.run.Detections.Detection;
import dev.codepurger.conformance.run.Detections.Until;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs cases against every small change of a real purger, each until a case fails. */
final class SystematicRun {
    /** The name of the kind. */
    static final String KIND = "purger-variants";
    /** The only file. */
    private static final String FILE = "erts_code_purger.erl";

    private final Context context;
    private final PurgerVariants variants;
    private final CaseCatalogue cases;
    private final long seed;
    private final Duration timeout;
    private final String given;
    /** How many mutants each case has killed: what has killed many comes first. */
    private final Multiset<String> killers = HashMultiset.create();

    SystematicRun(Context context, PurgerVariants variants, CaseCatalogue cases, long seed, Duration timeout) throws IOException {
        this.context = context;
        this.variants = variants;
        this.cases = cases;
        this.seed = seed;
        this.timeout = timeout;
        given = Files.readString(variants.source());
    }

    /** What the purger as it was given does wrong; nothing can be said about its mutants if it does. */
    Optional<Detection> wrongAsGiven() throws SubjectException {
        Detections messages = run(variants.nodes(Requests.MESSAGES));
        Detections found = messages.detected() ? messages : run(variants.nodes(Requests.FUNCTIONS));
        return found.found().stream().findFirst();
    }

    /** Only what is asked by messages can be seen whole: whoever calls a function sees one answer. */
    private Detections both(PurgerVariant variant) throws SubjectException {
        Detections messages = run(variants.nodes(variant, Requests.MESSAGES));
        return messages.detected() || !messages.timedOut().isEmpty() ? messages
                : messages.and(run(variants.nodes(variant, Requests.FUNCTIONS)).because("asked by its functions"));
    }

    private Detections run(SubjectProvider nodes) {
        try {
            return retried(nodes);
        } finally {
            nodes.close();
        }
    }

    /** What timed out is tried once more: it may have been the machine. */
    private Detections retried(SubjectProvider nodes) {
        Detections found = run(nodes, cases);
        if (found.detected() || found.timedOut().isEmpty()) {
            return found;
        }
        CaseCatalogue late = new CaseCatalogue(cases.cases().stream().filter(one -> found.timedOut().contains(one.id()))
                .collect(ImmutableList.toImmutableList()));
        return found.retried(run(nodes, late));
    }

    /** By the profile {@code seed}, and what is about the limit of requests and about priorities by {@code otp-25}. */
    private Detections run(SubjectProvider nodes, CaseCatalogue some) {
        Detections found = run(nodes, some, Profile.SEED, one -> one.isFor(Profile.SEED.name()) && !onlyOtp(one));
        return found.detected() || found.timedOut().size() >= Detections.PATIENCE ? found
                : found.and(run(nodes, some, Profile.OTP_25, SystematicRun::onlyOtp));
    }

    private static boolean onlyOtp(ConformanceCase one) {
        return one.isFor(Profile.OTP_25.name())
                && (one.requestLimit() != 0 || one.rules().stream().noneMatch(rule -> rule.holdsFor(Profile.SEED.name())));
    }

    private Detections run(SubjectProvider nodes, CaseCatalogue from, Profile profile, Predicate<ConformanceCase> wanted) {
        CaseCatalogue some = new CaseCatalogue(from.cases().stream().filter(wanted)
                .sorted(Comparator.comparingInt(one -> -killers.count(one.id()))).collect(ImmutableList.toImmutableList()));
        return Detections.of(some, ImmutableSet.of(), nodes, new RunOptions(seed, timeout, profile, ImmutableMap.of()), context.judges(),
                Until.FIRST);
    }

    /** Runs the cases against one of them. */
    ReportedMutant of(PurgerVariant variant) {
        if (!variant.trouble().isEmpty()) {
            return reported(variant, Fate.COMPILE_ERROR, "not loadable").judged(Fate.COMPILE_ERROR, "not loadable", variant.trouble());
        }
        try {
            return reported(variant, both(variant));
        } catch (SubjectException e) {
            return reported(variant, Fate.RUNTIME_ERROR, "does not start").judged(Fate.RUNTIME_ERROR, "does not start",
                    String.valueOf(e.getMessage()));
        }
    }

    private ReportedMutant reported(PurgerVariant variant, Detections found) {
        Optional<Detection> first = found.found().stream().findFirst();
        first.ifPresent(one -> killers.add(one.by()));
        Fate fate = first.isPresent() ? Fate.KILLED : found.timedOut().isEmpty() ? Fate.SURVIVED : Fate.TIMEOUT;
        String outcome = switch (fate) {
            case KILLED -> first.filter(Detection::nodeEnded).isPresent() ? "takes the node down" : "killed";
            case TIMEOUT -> "timed out";
            default -> "survived";
        };
        ImmutableMap<String, ImmutableList<String>> blamed = first.stream().flatMap(one -> one.blamed().stream())
                .collect(ImmutableMap.toImmutableMap(Rule::id, rule -> ImmutableList.of(first.orElseThrow().by())));
        return reported(variant, fate, outcome)
                .judged(fate, outcome, first.map(one -> one.by() + ": " + one.reason()).orElse(""))
                .tested(first.map(Detection::by).stream().collect(ImmutableList.toImmutableList()), found.ran().asList(), blamed,
                        first.map(Detection::steps).orElse(0), found.time().toMillis());
    }

    private ReportedMutant reported(PurgerVariant variant, Fate fate, String outcome) {
        try {
            return ReportedMutant.of(variant.name(), FILE, variant.operator(),
                    Change.between(given, Files.readString(variants.source(variant))),
                    "line " + variant.line() + " of the source: " + variant.change(), fate, outcome);
        } catch (IOException e) {
            throw new IllegalStateException("the source of a mutant cannot be read", e);
        }
    }

    /** All of them in a report. */
    MutationReport report(List<ReportedMutant> reported, Optional<MutationSummary> before) {
        return new MutationReport(KIND, "Small changes of a real purger",
                cases.cases().size() + " cases in a real node, seed " + seed + ", each mutant until a case fails", false,
                ImmutableMap.of(FILE, new Source("erlang", given)), MeaningRun.tests(cases),
                ImmutableList.copyOf(SpecFiles.tested(UnbrokenRules.reasons())), ImmutableList.copyOf(reported), before);
    }

    /** One of them in a line. */
    static String line(ReportedMutant one) {
        return one.id() + "  " + one.outcome()
                + (one.killedBy().isEmpty() ? "" : " by " + one.killedBy().get(0) + ", case " + one.ranBy().size()) + "; "
                + one.description() + (one.killedBy().isEmpty() && !one.reason().isEmpty() ? "; " + one.reason() : "");
    }
}
