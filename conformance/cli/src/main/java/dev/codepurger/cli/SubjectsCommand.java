package dev.codepurger.cli;

import dev.codepurger.cli.report.Json;
import dev.codepurger.conformance.explain.Table;
import dev.codepurger.conformance.subject.SubjectForm;
import dev.codepurger.conformance.subject.SubjectInfo;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code codepurger subjects}. */
@Command(name = "subjects", mixinStandardHelpOptions = true, description = "Lists who can be judged, one a line.")
final class SubjectsCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", description = "As JSON, with capabilities.")
    private boolean json;

    SubjectsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<SubjectInfo> all = context.subjects().list();
        if (json) {
            context.console().out(Json.write(generator -> {
                generator.writeStartArray();
                for (SubjectInfo info : all) {
                    Json.subject(generator, info);
                }
                for (SubjectForm form : context.subjects().forms()) {
                    Json.form(generator, form);
                }
                generator.writeEndArray();
            }));
            return 0;
        }
        Table table = new Table();
        for (SubjectInfo info : all) {
            table.row(info.name(), String.join(",", info.profiles()), info.description());
        }
        for (SubjectForm form : context.subjects().forms()) {
            table.row(form.form(), "as it claims", form.description());
        }
        table.lines("  ").forEach(context.console()::out);
        return 0;
    }
}
