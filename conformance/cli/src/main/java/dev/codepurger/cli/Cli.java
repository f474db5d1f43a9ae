package dev.codepurger.cli;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.run.Verdict;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as an object: arguments in, exit code out. */
public final class Cli {
    private final Console console;
    private final CommandLine commandLine;
    private final Context context;

    /** The command with everything below it. */
    @Command(name = "codepurger", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
            "Judges purgers of old code by a formal model, rule by rule."}, footer = {"",
                    "Exit codes: 0 conforms, 1 violated, 2 wrong usage or input, 3 inconclusive, 4 internal error."})
    static final class Root {
    }

    /** On a console. */
    Cli(Console console, Interrupts interrupts) {
        this.console = console;
        context = new Context(console, interrupts);
        commandLine = new CommandLine(new Root());
        commandLine.addSubcommand(new RunCommand(context)).addSubcommand(new RulesCommand(context))
                .addSubcommand(new SubjectsCommand(context)).addSubcommand(new ReplayCommand(context))
                .addSubcommand(new FaultsCommand(context)).addSubcommand(new BenchCommand(context)).addSubcommand(new SoakCommand(context))
                .addSubcommand(new VectorsCommand(context)).addSubcommand(new WhiteBoxCommand(context))
                .addSubcommand(new ExploreCommand(context)).addSubcommand(new CheckCommand(context))
                .addSubcommand(new PurgerMutantsCommand(context)).addSubcommand(new MutantsCommand(context))
                .addSubcommand(new PitCommand(context))
                .addSubcommand(new CommandLine.HelpCommand());
        commandLine.getSubcommands().values().forEach(one -> one.getCommandSpec().versionProvider(new Version()));
        commandLine.setOut(console.outWriter()).setErr(console.errWriter());
        commandLine.setParameterExceptionHandler((problem, args) -> {
            console.err("codepurger: " + message(problem));
            console.err("Try: " + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            return Verdict.USAGE.code();
        });
        commandLine.setExecutionExceptionHandler((problem, line, result) -> failed(problem));
        commandLine.setExitCodeExceptionMapper(problem -> Verdict.INTERNAL.code());
    }

    /** For a program that wants to run commands. */
    public Cli(Console console) {
        this(console, new Interrupts());
    }

    /** Runs one command. */
    public int run(String... args) {
        if (args.length == 0) {
            commandLine.usage(console.errWriter());
            return Verdict.USAGE.code();
        }
        try {
            return commandLine.execute(args);
        } catch (Error e) {
            // Left to itself, it would end the process with the code for a violation.
            return failed(e);
        } finally {
            close();
        }
    }

    /** Ends the processes of subjects. Called after every command; whoever ends the program in the middle of one calls it too. */
    void close() {
        context.close();
    }

    /** In our words where picocli speaks of the index of an argument. */
    private String message(ParameterException problem) {
        if (problem.getCommandLine().getParent() == null && problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()) {
            return "there is no command " + Context.quoted(unmatched.getUnmatched().get(0)) + "; there are "
                    + Context.list(ImmutableList.copyOf(commandLine.getSubcommands().keySet()));
        }
        return String.valueOf(problem.getMessage());
    }

    private int failed(Throwable problem) {
        if (problem instanceof CliException known) {
            console.err("codepurger: " + known.getMessage());
            return known.verdict().code();
        }
        if (problem instanceof ServiceConfigurationError) {
            console.err("codepurger: a subject or a source of cases on the class path cannot be loaded: " + problem.getMessage());
            return Verdict.USAGE.code();
        }
        console.err("codepurger: " + Verdict.INTERNAL.words() + ": " + problem);
        for (Throwable at = problem; at != null; at = at.getCause()) {
            for (StackTraceElement element : at.getStackTrace()) {
                console.err("    at " + element);
            }
        }
        console.err("This is a fault of Codepurger, not of the subject; please report it with the lines above.");
        return Verdict.INTERNAL.code();
    }
}
