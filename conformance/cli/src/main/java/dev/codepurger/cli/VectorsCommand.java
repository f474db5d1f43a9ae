package dev.codepurger.cli;

import dev.codepurger.conformance.cases.directed.DirectedCases;
import dev.codepurger.conformance.exec.VectorLines;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.vector.TestVector;
import dev.codepurger.conformance.vector.TestVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codepurger vectors}. */
@Command(name = "vectors", mixinStandardHelpOptions = true, description = "Writes the directed cases as test vectors, with all that the model allows to be seen.")
final class VectorsCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "DIR", description = "The folder for the files, one for each family of cases.")
    private Path folder = Path.of("");

    @Option(names = "--bound", paramLabel = "N", defaultValue = ""
            + TestVectors.BOUND, description = "How many points of a case there may be until it is too big to be listed (default: ${DEFAULT-VALUE}).")
    private int bound = TestVectors.BOUND;

    VectorsCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (bound < 1) {
            throw CliException.usage("--bound wants a number from 1");
        }
        List<TestVector> vectors = TestVectors.of(new DirectedCases().cases(),
                Profiles.names().stream().map(context::profile).toList(), bound);
        write(VectorLines.files(vectors));
        for (TestVector one : vectors) {
            if (one.allowed().isEmpty()) {
                context.console().out("too big: " + one.of().id() + ", " + String.join(", ", one.profiles()));
            }
        }
        context.console().out("vectors " + vectors.size() + ", too big "
                + vectors.stream().filter(one -> one.allowed().isEmpty()).count() + ", into " + folder);
        return 0;
    }

    private void write(SortedMap<String, String> files) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw CliException.usage("cannot write into " + folder + ": " + e.getMessage(), e);
        }
    }
}
