package dev.codepurger.cli.mutation;

import java.util.List;

/** The tables of one report. */
final class MutationTables {
    private final MutationReport report;

    MutationTables(MutationReport report) {
        this.report = report;
    }

    void write(Html html) {
        html.open("section", report.kind());
        html.element("h2", "", report.title());
        html.element("p", "run", report.run());
        html.element("p", "score", report.summary().words());
        trend(html);
        undetected(html);
        accepted(html);
        if (!report.rules().isEmpty()) {
            rules(html);
        }
        if (!report.tests().isEmpty() && report.everyTest()) {
            tests(html);
        }
        mutants(html);
        html.close("section");
    }

    private void trend(Html html) {
        html.element("h3", "", "Since the last summary");
        if (report.before().isEmpty()) {
            html.element("p", "trend", "There is no earlier summary to compare with.");
            return;
        }
        List<String> lines = report.summary().since(report.before().get());
        html.open("ul", "trend");
        (lines.isEmpty() ? List.of("nothing has changed") : lines).forEach(line -> html.element("li", "", line));
        html.close("ul");
    }

    private void undetected(Html html) {
        List<ReportedMutant> there = report.mutants().stream().filter(one -> one.fate().undetected()).toList();
        html.element("h3", "", "Not detected");
        if (there.isEmpty()) {
            html.element("p", "undetected", "None.");
            return;
        }
        html.table("undetected", "mutant", "where", "change", "state", "known as");
        there.forEach(one -> html.row("", one.id(), place(one), one.description(), one.outcome(), one.reason()));
        html.endTable();
    }

    private void accepted(Html html) {
        List<ReportedMutant> there = report.mutants().stream().filter(one -> one.fate() == Fate.IGNORED).toList();
        if (!there.isEmpty()) {
            html.element("h3", "", "Not detected, and accepted");
            html.table("accepted", "mutant", "where", "change", "reason");
            there.forEach(one -> html.row("", one.id(), place(one), one.description(), one.reason()));
            html.endTable();
        }
    }

    private void rules(Html html) {
        List<RuleByMutant> rules = RuleByMutant.of(report);
        html.element("h3", "", "Rule by mutant");
        html.element("p", "", report.everyTest() ? "Every mutant met every case that is for it."
                : "A mutant was left at the first case that failed, so only that case and its rules count.");
        html.table("rules", "rule", "cases", "killed by its cases", "by no other rule's", "blamed for", "title");
        for (RuleByMutant one : rules) {
            html.open("tr", one.idle() ? "idle" : "").element("td", "", one.rule().id()).element("td", "", String.valueOf(one.tests()))
                    .counted(one.killed()).counted(one.alone()).counted(one.blamed()).element("td", "", one.rule().title()).close("tr");
        }
        html.endTable();
        html.element("h3", "", "Mutants killed by the cases of one rule only");
        html.table("one-rule", "rule", "mutants");
        rules.stream().filter(one -> !one.alone().isEmpty())
                .forEach(one -> html.row("", one.rule().id(), String.join(", ", one.alone())));
        html.endTable();
        html.element("h3", "", "Rules whose cases killed nothing");
        html.open("ul", "idle-rules");
        rules.stream().filter(one -> one.killed().isEmpty()).forEach(one -> html.element("li", "", one.rule().id() + why(one)));
        html.close("ul");
    }

    private static String why(RuleByMutant one) {
        if (!one.rule().reason().isEmpty()) {
            return ": " + one.rule().reason();
        }
        return one.rule().must() ? ": a rule that must be obeyed and can be seen" : ": no rule that must be obeyed and can be seen";
    }

    private void tests(Html html) {
        List<TestByMutant> tests = TestByMutant.of(report);
        html.element("h3", "", "Cases");
        html.table("tests", "case", "killed", "killed by no other", "what");
        for (TestByMutant one : tests) {
            html.open("tr", "").element("td", "", one.test().id()).counted(one.killed()).counted(one.alone())
                    .element("td", "", one.test().name()).close("tr");
        }
        html.endTable();
    }

    private void mutants(Html html) {
        html.folded("All " + report.mutants().size() + " mutants");
        html.table("mutants", "mutant", "change", "state", "rules that it breaks", "blamed", "first case", "steps", "cases that failed");
        for (ReportedMutant one : report.mutants()) {
            html.row(one.fate().word(), one.id(), one.description(), one.outcome(), String.join(", ", one.breaks()),
                    String.join(", ", one.blamed().keySet()), one.killedBy().stream().findFirst().orElse(""),
                    one.steps() == 0 ? "" : String.valueOf(one.steps()), one.killedBy().size() + " of " + one.ranBy().size());
        }
        html.endTable().close("details");
    }

    private static String place(ReportedMutant one) {
        return one.file() + ":" + one.change().span().line();
    }
}
