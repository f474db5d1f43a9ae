package dev.codepurger.cli;

import com.google.common.collect.Iterators;
import dev.codepurger.conformance.explain.Printable;
import dev.codepurger.conformance.otp.LoadedNode;
import dev.codepurger.conformance.otp.whitebox.Difference;
import dev.codepurger.conformance.otp.whitebox.LogException;
import dev.codepurger.conformance.otp.whitebox.PurgerLog;
import dev.codepurger.conformance.otp.whitebox.WhiteBox;
import dev.codepurger.conformance.otp.whitebox.WhiteBoxResult;
import dev.codepurger.conformance.run.Verdict;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code codepurger white-box}. */
@Command(name = "white-box", mixinStandardHelpOptions = true, description = "Compares every step of a real purger with the model: its log is replayed, on a node under load or from a file.")
final class WhiteBoxCommand implements Callable<Integer> {
    private static final int MOST_SCHEDULERS = 64;

    private final Context context;

    @Option(names = "--messages", paramLabel = "N", defaultValue = "100000", description = "How many messages the purger gets at least (default: ${DEFAULT-VALUE}).")
    private long messages;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Decides what the clients do (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--schedulers", paramLabel = "N", defaultValue = "2", description = "How many schedulers the node runs on (default: ${DEFAULT-VALUE}).")
    private int schedulers;

    @Option(names = "--otp-limit", paramLabel = "N", defaultValue = "0", description = "The node's limit of outstanding system requests, and the profile otp-25 with that limit (default: without limit, and the profile seed).")
    private int limit;

    @Option(names = "--silence", paramLabel = "D", converter = Durations.class, defaultValue = "60s", description = "How long the node may write nothing (default: ${DEFAULT-VALUE}).")
    private Duration silence = Duration.ofMinutes(1);

    @Option(names = "--record", paramLabel = "FILE", description = "Also writes the log into this file.")
    private @Nullable Path record;

    @Option(names = "--log", paramLabel = "FILE", description = "Replays this log, and starts no node.")
    private @Nullable Path log;

    @Option(names = "--break", paramLabel = "RULE", description = "With --log: replays it by a model that breaks this rule, to see that a difference is found; all for each rule after the other.")
    private @Nullable String broken;

    WhiteBoxCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (schedulers < 1 || schedulers > MOST_SCHEDULERS) {
            throw CliException.usage("--schedulers wants a number from 1 to " + MOST_SCHEDULERS + ", not " + schedulers);
        }
        if (messages < 1 || limit < 0) {
            throw CliException.usage("--messages wants at least 1, and --otp-limit at least 0");
        }
        if (broken != null && log == null) {
            throw CliException.usage("--break goes with --log: the same log is replayed by other models");
        }
        if (log != null && record != null) {
            throw CliException.usage("--record is for the log of a node, which --log does not start");
        }
        try {
            return log == null ? live() : broken == null ? replay(log) : breaking(log, broken);
        } catch (LogException e) {
            throw CliException.usage(Printable.line(String.valueOf(e.getMessage())), e);
        }
    }

    private int live() {
        if (record == null) {
            return live(UnaryOperator.identity());
        }
        try (PrintWriter copy = new PrintWriter(Files.newBufferedWriter(record))) {
            int code = live(line -> {
                copy.println(line);
                return line;
            });
            if (copy.checkError()) {
                throw CliException.usage("the file " + Context.quoted(record.toString()) + " could not be written to its end");
            }
            return code;
        } catch (IOException e) {
            throw CliException.usage("the file " + Context.quoted(record.toString()) + " cannot be written: " + e, e);
        }
    }

    private int live(UnaryOperator<String> each) {
        try (LoadedNode node = LoadedNode.start(new LoadedNode.Load(schedulers, limit, seed, messages, silence))) {
            Iterator<String> lines = Iterators.transform(node.lines(), each::apply);
            if (!lines.hasNext()) {
                context.console().out(Printable.line(node.trouble()));
                return end(Verdict.INCONCLUSIVE);
            }
            PurgerLog begun = PurgerLog.of(lines);
            Profile profile = begun.profile();
            context.console().out(begun.system() + ", " + schedulers + " schedulers, " + words(profile) + ", seed " + seed);
            context.console().flush();
            WhiteBoxResult result = WhiteBox.replay(begun, profile);
            return report(result, result.ended() ? Optional.empty() : Optional.of(node.trouble()));
        } catch (SubjectException e) {
            throw CliException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private static String words(Profile profile) {
        return "profile " + profile.name() + (profile.limitsRequests() ? " with a limit of " + profile.requestsInFlight() : "");
    }

    private int replay(Path file) {
        PurgerLog begun = read(file);
        context.console().out(begun.system() + ", " + words(begun.profile()));
        WhiteBoxResult result = WhiteBox.replay(begun, begun.profile());
        return report(result, result.ended() ? Optional.empty() : Optional.of("the log stops before its end"));
    }

    private static PurgerLog read(Path file) {
        try {
            return PurgerLog.of(Files.newBufferedReader(file));
        } catch (IOException e) {
            throw CliException.usage("the log " + Context.quoted(file.toString()) + " cannot be read: " + e, e);
        }
    }

    private int breaking(Path file, String name) {
        List<Rule> rules = name.equals("all") ? List.of(Rule.values())
                : List.of(Rule.values()).stream().filter(one -> one.id().equals(name)).toList();
        if (rules.isEmpty()) {
            throw CliException.usage("there is no rule " + Context.quoted(name) + "; codepurger rules lists them");
        }
        Profile profile = read(file).profile();
        List<Difference> found = new ArrayList<>();
        for (Rule rule : rules) {
            WhiteBox.Broken tried = WhiteBox.replayBreaking(rule, () -> read(file), profile);
            if (!tried.asked() && rules.size() > 1) {
                continue;
            }
            tried.result().difference().ifPresent(found::add);
            context.console().out(String.format(Locale.ROOT, "%-12s  %s", rule.id(), tried.result().difference()
                    .map(one -> "seen at line " + one.line() + ", after " + one.consumed() + " messages")
                    .orElse(tried.asked() ? "not seen" : "not asked: the model came to no choice of this rule")));
            if (rules.size() == 1) {
                tried.result().difference().ifPresent(this::print);
            }
        }
        return end(found.isEmpty() ? Verdict.CONFORMS : Verdict.VIOLATED);
    }

    private int report(WhiteBoxResult result, Optional<String> trouble) {
        Console console = context.console();
        result.difference().ifPresent(this::print);
        console.out("consumed: " + result.all() + " messages (" + result.consumed().entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue()).collect(Collectors.joining(", ")) + ")");
        if (result.difference().isPresent()) {
            return end(Verdict.VIOLATED);
        }
        trouble.ifPresent(one -> console.out(Printable.line(one)));
        return end(trouble.isPresent() ? Verdict.INCONCLUSIVE : Verdict.CONFORMS);
    }

    private void print(Difference difference) {
        difference.lines().forEach(line -> context.console().out(Printable.line(line)));
        context.console().out("");
    }

    private int end(Verdict verdict) {
        context.console().out("verdict: " + verdict.words());
        return verdict.code();
    }
}
