package dev.codepurger.conformance.vector;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Notation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts nodes together from which the same may be shown, by refining a partition until it is stable (Moore, 1956). */
final class Smallest {
    private static final Comparator<Outcome> ORDER = Comparator.comparing(Smallest::text);

    private Smallest() {
    }

    /** The smallest automaton that allows what this one allows, whose first node is where it begins. */
    static Automaton of(List<? extends Map<Outcome, Integer>> nodes) {
        return numbered(nodes, classes(nodes));
    }

    private static int[] classes(List<? extends Map<Outcome, Integer>> nodes) {
        int[] classes = new int[nodes.size()];
        int count = 1;
        while (true) {
            Map<Map<Outcome, Integer>, Integer> found = new HashMap<>();
            int[] finer = new int[nodes.size()];
            for (int i = 0; i < nodes.size(); i++) {
                Map<Outcome, Integer> leads = new HashMap<>();
                for (Map.Entry<Outcome, Integer> edge : nodes.get(i).entrySet()) {
                    leads.put(edge.getKey(), classes[edge.getValue()]);
                }
                finer[i] = found.computeIfAbsent(leads, key -> found.size());
            }
            // What was apart stays apart: nodes differ in where an outcome leads only because they could be told apart before.
            if (found.size() == count) {
                return finer;
            }
            count = found.size();
            classes = finer;
        }
    }

    private static Automaton numbered(List<? extends Map<Outcome, Integer>> nodes, int[] classes) {
        Map<Integer, Integer> numbers = new LinkedHashMap<>();
        List<Integer> members = new ArrayList<>();
        numbers.put(classes[0], 0);
        members.add(0);
        ImmutableList.Builder<ImmutableMap<Outcome, Integer>> all = ImmutableList.builder();
        for (int i = 0; i < members.size(); i++) {
            ImmutableMap.Builder<Outcome, Integer> leads = ImmutableMap.builder();
            nodes.get(members.get(i)).entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).forEach(edge -> {
                int target = edge.getValue();
                leads.put(edge.getKey(), numbers.computeIfAbsent(classes[target], key -> {
                    members.add(target);
                    return members.size() - 1;
                }));
            });
            all.add(leads.buildOrThrow());
        }
        return new Automaton(all.build());
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Responded responded -> " " + responded.response();
            case Outcome.Seen seen -> Notation.compact(seen.observation());
        };
    }
}
