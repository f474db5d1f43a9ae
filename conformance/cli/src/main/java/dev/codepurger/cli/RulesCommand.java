package dev.codepurger.cli;

import dev.codepurger.cli.report.RuleList;
import dev.codepurger.conformance.cases.Glob;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger rules}. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rules, one a line; one rule alone with its text.")
final class RulesCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "PATTERN", description = "Only these, such as KILL-3 or KILL-*.")
    private @Nullable String pattern;

    @Option(names = "--profile", paramLabel = "P", description = "Only the rules of this profile.")
    private @Nullable String profile;

    @Option(names = "--json", description = "As JSON, with all their text.")
    private boolean json;

    RulesCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Profile only = profile == null ? null : context.profile(profile);
        Glob glob = new Glob(pattern == null ? "*" : pattern);
        List<Rule> rules = Arrays.stream(Rule.values()).filter(rule -> glob.fits(rule.id()))
                .filter(rule -> only == null || rule.holdsFor(only.name())).toList();
        if (rules.isEmpty()) {
            throw CliException.usage("no rule" + (only == null ? "" : " of the profile " + only.name()) + " fits "
                    + Context.quoted(String.valueOf(pattern)) + "; there are "
                    + Context.list(Arrays.stream(Rule.values()).map(Rule::id).toList()));
        }
        RuleList list = new RuleList(context.rules(), context.cases(), context.console());
        if (json) {
            list.json(rules);
        } else if (rules.size() == 1) {
            list.text(rules.get(0));
        } else {
            list.lines(rules);
        }
        return 0;
    }
}
