package dev.codepurger.cli;

import com.google.common.base.Suppliers;
import dev.codepurger.conformance.cases.CaseCatalogue;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.RuleCatalogue;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What every command needs, made when it is first asked for, so that a command starts as fast as what it uses. */
final class Context {
    private final Console console;
    private final Interrupts interrupts;
    private final Supplier<SubjectRegistry> subjects = Suppliers.memoize(SubjectRegistry::load);
    private final Supplier<CaseCatalogue> cases = Suppliers.memoize(CaseCatalogue::load);
    private final Supplier<RuleCatalogue> rules = Suppliers.memoize(RuleCatalogue::load);

    private final Queue<SubjectProvider> opened = new ConcurrentLinkedQueue<>();

    Context(Console console, Interrupts interrupts) {
        this.console = console;
        this.interrupts = interrupts;
    }

    Console console() {
        return console;
    }

    Interrupts interrupts() {
        return interrupts;
    }

    SubjectRegistry subjects() {
        return subjects.get();
    }

    CaseCatalogue cases() {
        return cases.get();
    }

    RuleCatalogue rules() {
        return rules.get();
    }

    Judges judges() {
        return new OracleJudges();
    }

    SubjectProvider subject(String name) {
        try {
            SubjectProvider provider = subjects().find(name)
                    .orElseThrow(() -> CliException
                            .usage("there is no subject " + quoted(name) + "; there are " + list(subjects().names().toList())));
            opened.add(provider);
            return provider;
        } catch (SubjectException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    /** Ends what subjects keep, such as processes. May be called by another thread, and twice. */
    void close() {
        for (SubjectProvider one = opened.poll(); one != null; one = opened.poll()) {
            one.close();
        }
    }

    Profile profile(String name) {
        return Profiles.find(name)
                .orElseThrow(() -> CliException.usage("there is no profile " + quoted(name) + "; there are " + list(Profiles.names())));
    }

    CaseCatalogue cases(List<String> patterns) {
        if (patterns.isEmpty()) {
            return cases();
        }
        for (String pattern : patterns) {
            if (cases().matching(pattern).cases().isEmpty()) {
                throw CliException.usage("no case and no rule of a case fits " + quoted(pattern) + "; there are the cases\n"
                        + cases().cases().stream().map(one -> "  " + one.id()).collect(Collectors.joining("\n"))
                        + "\nand the rules that codepurger rules lists");
            }
        }
        return cases().matching(patterns);
    }

    static String quoted(String text) {
        return Printable.quoted(text);
    }

    static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
