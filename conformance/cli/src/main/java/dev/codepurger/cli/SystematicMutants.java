package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.cli.mutation.MutationFolder;
import dev.codepurger.cli.mutation.ReportedMutant;
import dev.codepurger.cli.mutation.Triage;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.cases.directed.DirectedCases;
import dev.codepurger.conformance.otp.mutant.PurgerVariant;
import dev.codepurger.conformance.otp.mutant.PurgerVariants;
import dev.codepurger.conformance.run.Detections.Detection;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code codepurger purger-mutants --systematic}.
 *
 * @param purger the source that is changed; without one, that which the node was built with
 * @param wanted which mutants, by their names
 * @param cases patterns of cases; none for those that were written by hand
 * @param triage what is said about those that survive
 */
record SystematicMutants(Context context, Optional<Path> purger, Predicate<String> wanted, List<String> cases, long seed, Duration timeout,
        Optional<Path> triage, MutationOptions reporting) {

    int run(Optional<Path> write) {
        Triage known = MutationOptions.triage(triage);
        CaseCatalogue chosen = cases.isEmpty() ? new CaseCatalogue(ImmutableList.copyOf(new DirectedCases().cases()))
                : context.cases(cases);
        Optional<MutationFolder> folder = reporting.folder(context);
        try (PurgerVariants variants = PurgerVariants.of(purger, wanted)) {
            List<PurgerVariant> some = variants.all();
            if (some.isEmpty()) {
                throw CliException.usage("no mutant fits; their names are like cpc_list_rm-2.clause-dropped.1");
            }
            return write.isPresent() ? write(variants, some, write.get())
                    : run(new SystematicRun(context, variants, chosen, seed, timeout), some, known, folder);
        } catch (SubjectException | IOException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private int write(PurgerVariants variants, List<PurgerVariant> some, Path into) throws IOException {
        Files.createDirectories(into);
        for (PurgerVariant one : some) {
            if (one.trouble().isEmpty()) {
                Path file = into.resolve(one.name() + ".erl");
                Files.copy(variants.source(one), file);
                context.console().out(file.toString());
            }
        }
        context.console().flush();
        return Verdict.CONFORMS.code();
    }

    private int run(SystematicRun run, List<PurgerVariant> some, Triage known, Optional<MutationFolder> folder) throws SubjectException {
        Console console = context.console();
        Optional<Detection> wrong = run.wrongAsGiven();
        if (wrong.isPresent()) {
            console.out("the purger as it was given is rejected by " + wrong.get().by() + ", so nothing can be said about its mutants: "
                    + wrong.get().reason());
            console.flush();
            return Verdict.VIOLATED.code();
        }
        List<ReportedMutant> reported = new ArrayList<>();
        for (PurgerVariant variant : some) {
            ReportedMutant one = run.of(variant);
            reported.add(one);
            console.out(SystematicRun.line(known.applied(List.of(one)).get(0)));
            console.flush();
        }
        console.out("");
        List<String> problems = known.problems(reported, wanted);
        problems.forEach(console::out);
        reporting.end(run.report(known.applied(reported), reporting.before(SystematicRun.KIND)), folder, console);
        console.flush();
        return (problems.isEmpty() ? Verdict.CONFORMS : Verdict.VIOLATED).code();
    }
}
