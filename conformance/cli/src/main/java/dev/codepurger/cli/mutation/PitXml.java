package dev.codepurger.cli.mutation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.cli.mutation.MutationReport.Source;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.spec.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What PIT has written: {@code mutations.xml}. */
public final class PitXml {
    /** The name of the kind. */
    public static final String KIND = "pit";
    /**
     * PIT's word for those that ran into the limit of memory is no word of the schema. Who uses up all memory does not come to an end either, and which
     * of both is found first is up to the machine.
     */
    private static final ImmutableMap<String, Fate> FATES = ImmutableMap.of("KILLED", Fate.KILLED, "TIMED_OUT", Fate.TIMEOUT, "SURVIVED",
            Fate.SURVIVED, "NO_COVERAGE", Fate.NO_COVERAGE, "NON_VIABLE", Fate.COMPILE_ERROR, "MEMORY_ERROR", Fate.TIMEOUT,
            "RUN_ERROR", Fate.RUNTIME_ERROR);

    /** Names of packages are in small letters, those of classes are not. */
    private static final Pattern PACKAGE = Pattern.compile("([a-z][a-z0-9_]*\\.)*");

    private final List<Path> sources;
    private final Map<String, Source> files = new LinkedHashMap<>();
    private final Map<String, ReportedMutant> mutants = new LinkedHashMap<>();
    private final SuiteTests suite;
    private int found;
    private int testsRun;

    /**
     * Of several files.
     *
     * @param sources the folders in which the sources are
     * @param suite names the tests that are cases of the suite
     */
    public PitXml(List<Path> sources, SuiteTests suite) {
        this.sources = List.copyOf(sources);
        this.suite = suite;
    }

    /**
     * Reads one more file. A mutant that was in another file too was run against other tests there: it is detected if any of them detects it.
     *
     * @throws IOException if it cannot be read, is none of PIT's, or if nothing was mutated or no test ran
     */
    public void read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int before = found;
        int ranBefore = testsRun;
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("mutation")) {
                    mutation(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(file + " is not what PIT writes: " + e.getMessage(), e);
        }
        if (found == before) {
            throw new IOException("nothing was mutated, says " + file);
        }
        if (testsRun == ranBefore) {
            throw new IOException("no test ran on any mutant, says " + file);
        }
    }

    private void mutation(XMLStreamReader xml) throws XMLStreamException, IOException {
        String status = attribute(xml, "status");
        int ran = Integer.parseInt(attribute(xml, "numberOfTestsRun"));
        testsRun += ran;
        Map<String, String> parts = parts(xml);
        String type = parts.getOrDefault("mutatedClass", "");
        String file = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + parts.getOrDefault("sourceFile", "");
        String operator = simple(parts.getOrDefault("mutator", ""));
        String id = type + "." + parts.getOrDefault("mutatedMethod", "") + parts.getOrDefault("methodDescription", "") + "#" + operator
                + "#"
                + parts.getOrDefault("index", "");
        Fate fate = FATES.get(status);
        if (fate == null) {
            throw new IOException("PIT has a state " + status + " that is not known here");
        }
        Source source = files.get(file);
        if (source == null) {
            source = source(file);
            files.put(file, source);
        }
        String description = parts.getOrDefault("description", "");
        Change change = new Change(Span.ofLine(source.text(), Integer.parseInt(parts.getOrDefault("lineNumber", "1"))), description);
        String killer = parts.getOrDefault("killingTest", "");
        ImmutableList<String> killedBy = killer.isEmpty() ? ImmutableList.of() : ImmutableList.of(killer);
        found++;
        mutants.merge(id, ReportedMutant.of(id, file, operator, change, description, fate, fate.word()).tested(killedBy, killedBy,
                ImmutableMap.of(), 0, 0), PitXml::both);
    }

    /** What is known when it was run against these tests and those. */
    private static ReportedMutant both(ReportedMutant one, ReportedMutant other) {
        // What tells more comes first: a failure, then an end that did not come, then that tests passed.
        ReportedMutant telling = one.fate().compareTo(other.fate()) <= 0 ? one : other;
        ImmutableList<String> killers = Stream.concat(one.killedBy().stream(), other.killedBy().stream()).distinct()
                .collect(ImmutableList.toImmutableList());
        return telling.tested(killers, killers, ImmutableMap.of(), 0, 0);
    }

    private static String attribute(XMLStreamReader xml, String name) throws IOException {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new IOException("a mutation without " + name);
        }
        return value;
    }

    /** The text of each element in this one, by its name; of several with the same name that of all, with spaces between. */
    private static Map<String, String> parts(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> parts = new HashMap<>();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    String name = xml.getLocalName();
                    if (name.equals("indexes") || name.equals("blocks")) {
                        depth++;
                    } else {
                        parts.merge(name, xml.getElementText(), (one, next) -> one + " " + next);
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                default -> {
                    // Spaces and comments between elements.
                }
            }
        }
        return parts;
    }

    private static String simple(String mutator) {
        return mutator.substring(mutator.lastIndexOf('.') + 1);
    }

    private Source source(String file) throws IOException {
        for (Path folder : sources) {
            Path there = folder.resolve(file);
            if (Files.isReadable(there)) {
                return new Source("java", Files.readString(there));
            }
        }
        return new Source("java", "");
    }

    /** All mutants that were read. */
    public List<ReportedMutant> mutants() {
        return List.copyOf(mutants.values());
    }

    /** Is this the id of a mutant in one of the packages that were mutated? */
    public boolean mutated(String id) {
        Matcher here = PACKAGE.matcher(id);
        return here.lookingAt() && files.keySet().stream().anyMatch(file -> here.group().equals(packageOf(file)));
    }

    private static String packageOf(String file) {
        return file.substring(0, file.lastIndexOf('/') + 1).replace('/', '.');
    }

    /** A report of these mutants, which are those that were read, judged. */
    public MutationReport report(ImmutableList<ReportedMutant> judged, Optional<MutationSummary> before) {
        ImmutableList<MutationReport.Test> tests = judged.stream().flatMap(one -> one.killedBy().stream()).distinct()
                .map(id -> suite.find(id).map(one -> new MutationReport.Test(id, one.name(), testClass(id), ruleIds(one)))
                        .orElseGet(() -> new MutationReport.Test(id, id, testClass(id), ImmutableSet.of())))
                .collect(ImmutableList.toImmutableList());
        return new MutationReport(KIND, "Mutants of our own code", "PIT, each mutant until a test fails", false, ImmutableMap.copyOf(files),
                tests, ImmutableList.of(), judged, before);
    }

    private static ImmutableSet<String> ruleIds(ConformanceCase one) {
        return one.rules().stream().map(Rule::id).collect(ImmutableSet.toImmutableSet());
    }

    /** PIT names a test by its class, a dot, and the identifiers of the engine. */
    private static String testClass(String id) {
        int end = id.indexOf(".[");
        return end < 0 ? "tests" : id.substring(0, end);
    }
}
