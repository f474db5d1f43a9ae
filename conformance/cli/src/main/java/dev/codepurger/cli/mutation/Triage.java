package dev.codepurger.cli.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What has been said about mutants that are not detected: a file with an entry for each.
 *
 * @param scope how the ids of the mutants begin that have been looked through; others need no entry
 * @param entries by the id of the mutant
 */
public record Triage(ImmutableList<String> scope, ImmutableMap<String, Entry> entries) {
    /** Nothing has been said about anything. */
    public static final Triage NONE = new Triage(ImmutableList.of(""), ImmutableMap.of());

    /** What was said about one. */
    public enum Verdict {
        /** No test could tell it from what it was made of. */
        EQUIVALENT("equivalent"),
        /** No test tells it, one could. */
        GAP("not detected, a known gap"),
        /** Tests tell it in some runs only: it is up to threads. A gap too, but it may be detected. */
        CHANCE("not detected this time, a known gap");

        private final String status;

        Verdict(String status) {
            this.status = status;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Verdict> of(String id) {
            return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
        }
    }

    /**
     * What was said about one, and why.
     *
     * @param verdict what
     * @param reason why
     */
    public record Entry(Verdict verdict, String reason) {
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read, or an entry is not what it should be
     */
    public static Triage read(Path file) throws IOException {
        JsonNode tree;
        try {
            tree = new ObjectMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IOException("it is no JSON: " + e.getOriginalMessage(), e);
        }
        if (!tree.path("undetected").isArray() || !tree.path("scope").isArray()) {
            throw new IOException("it has no list \"undetected\", or no list \"scope\"");
        }
        ImmutableList.Builder<String> scope = ImmutableList.builder();
        tree.path("scope").forEach(one -> scope.add(one.asText()));
        ImmutableMap.Builder<String, Entry> entries = ImmutableMap.builder();
        for (JsonNode one : tree.path("undetected")) {
            String mutant = one.path("mutant").asText();
            Optional<Verdict> verdict = Verdict.of(one.path("verdict").asText());
            String reason = one.path("reason").asText();
            if (mutant.isBlank() || reason.isBlank() || verdict.isEmpty()) {
                throw new IOException("each entry has a \"mutant\", a \"verdict\", which is "
                        + Arrays.stream(Verdict.values()).map(Verdict::id).collect(Collectors.joining(" or "))
                        + ", and a \"reason\", not so " + one);
            }
            entries.put(mutant, new Entry(verdict.get(), reason));
        }
        try {
            return new Triage(scope.build(), entries.buildOrThrow());
        } catch (IllegalArgumentException e) {
            throw new IOException("a mutant stands twice: " + e.getMessage(), e);
        }
    }

    /** Must something be said about this mutant if it is not detected? */
    public boolean covers(String id) {
        return scope.stream().anyMatch(id::startsWith);
    }

    /** The same mutants with what was said about those that were not detected; those that are equivalent do not count any more. */
    public ImmutableList<ReportedMutant> applied(List<ReportedMutant> mutants) {
        return mutants.stream().map(this::applied).collect(ImmutableList.toImmutableList());
    }

    private ReportedMutant applied(ReportedMutant mutant) {
        Entry entry = entries.get(mutant.id());
        if (entry == null || !mutant.fate().undetected()) {
            return mutant;
        }
        Fate fate = entry.verdict() == Verdict.EQUIVALENT ? Fate.IGNORED : mutant.fate();
        return mutant.judged(fate, entry.verdict().status, entry.reason());
    }

    /**
     * What does not fit: mutants that were not detected and about which nothing has been said, and entries about mutants that are killed, though
     * it is not said that they may be, or are not there any more. An entry stays when its mutant timed out: that may have been the machine.
     *
     * @param mutants as they were run
     * @param expected whether a mutant of this id must be among them if there is one at all
     */
    public List<String> problems(List<ReportedMutant> mutants, Predicate<String> expected) {
        List<String> problems = new ArrayList<>();
        for (ReportedMutant one : mutants) {
            if (one.fate().undetected() && covers(one.id()) && !entries.containsKey(one.id())) {
                problems.add("not detected, and nothing is said about it: " + one.id() + " at " + one.file() + ":"
                        + one.change().span().line() + ", " + one.description());
            }
        }
        ImmutableMap<String, ReportedMutant> byId = Maps.uniqueIndex(mutants, ReportedMutant::id);
        entries.forEach((id, entry) -> {
            ReportedMutant there = byId.get(id);
            if (there == null && expected.test(id)) {
                problems.add("an entry is stale, there is no such mutant: " + id);
            } else if (there != null && there.fate() == Fate.KILLED && entry.verdict() != Verdict.CHANCE) {
                problems.add("an entry is stale, the mutant is detected: " + id);
            }
        });
        return problems;
    }
}
