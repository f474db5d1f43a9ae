package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.vector.Automaton;
import dev.codepurger.conformance.vector.Outcome;
import dev.codepurger.conformance.vector.TestVector;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Vectors in the words of the protocol, one a line, as {@code spec/vectors/README.md} says. */
public final class VectorLines {
    private static final int FORMAT = 1;

    private VectorLines() {
    }

    /** The files of a folder of vectors, by name: one for each family, with a line for each vector. */
    public static SortedMap<String, String> files(List<TestVector> vectors) {
        SortedMap<String, String> files = new TreeMap<>();
        for (TestVector one : vectors) {
            files.merge(one.family() + ".ndjson", line(one) + "\n", String::concat);
        }
        return files;
    }

    /** One vector, without a line break. */
    static String line(TestVector one) {
        ObjectNode object = Json.object().put("format", FORMAT).put("case", one.of().id()).put("title", one.of().title());
        ArrayNode rules = object.putArray("rules");
        one.rules().stream().map(Rule::id).forEach(rules::add);
        ArrayNode profiles = object.putArray("profiles");
        one.profiles().forEach(profiles::add);
        ArrayNode needs = object.putArray("needs");
        one.needs().stream().map(Capability::id).forEach(needs::add);
        object.put("effects", one.of().effects()).put("kill_limit", one.killLimit());
        if (one.requestLimit() != 0) {
            object.put("requests_in_flight", one.requestLimit());
        }
        ArrayNode steps = object.putArray("steps");
        one.steps().forEach(step -> steps.add(step(step)));
        if (one.allowed().isPresent()) {
            put(object, one.allowed().get());
        } else {
            object.put("too_big", true);
        }
        return Json.line(object);
    }

    private static ObjectNode step(Step step) {
        return switch (step) {
            case Step.Do one -> Json.object().set("apply", Stimuli.write(one.stimulus()));
            case Step.Poll poll -> Json.object().put("poll", true);
            case Step.Settle settle -> Json.object().put("settle", true);
        };
    }

    private static void put(ObjectNode object, Automaton allowed) {
        Map<Outcome, Integer> numbers = new LinkedHashMap<>();
        ArrayNode outcomes = object.putArray("outcomes");
        ArrayNode nodes = object.putArray("nodes");
        for (Map<Outcome, Integer> node : allowed.nodes()) {
            ArrayNode edges = nodes.addArray();
            node.forEach((outcome, target) -> {
                int number = numbers.computeIfAbsent(outcome, key -> {
                    outcomes.add(outcome(key));
                    return outcomes.size() - 1;
                });
                edges.addArray().add(number).add(target);
            });
        }
    }

    private static ObjectNode outcome(Outcome outcome) {
        ObjectNode object = Json.object();
        return switch (outcome) {
            case Outcome.Responded one -> object.put("response", one.response().name().toLowerCase(Locale.ROOT));
            case Outcome.Seen one when one.observation() instanceof Label.Quiet quiet -> object.set("quiet", Shown.quiet(quiet));
            case Outcome.Seen one -> object.set("seen", Shown.observation(one.observation()));
        };
    }
}
