package dev.codepurger.conformance.trace;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which names a label is about. */
final class Mentions {
    private Mentions() {
    }

    /** The names of what somebody must have begun for this to be seen, such as a request. */
    static ImmutableSet<String> of(Label label) {
        return switch (label) {
            case Label.Did did -> ImmutableSet.of();
            case Label.Replied seen -> ImmutableSet.of(seen.request());
            case Label.Started seen -> ImmutableSet.of(seen.ref());
            case Label.Continued seen -> ImmutableSet.of(seen.ref());
            case Label.Down seen -> ImmutableSet.of(seen.process());
            case Label.Returned seen -> ImmutableSet.of(seen.call());
            case Label.Quiet seen -> seen.suspended();
            case Label.PurgerDown seen -> ImmutableSet.of();
            case Label.Showed seen -> ImmutableSet.of();
        };
    }

    /** Was anything done that has to do with this name? */
    static boolean done(List<Label> labels, String name) {
        return labels.stream().anyMatch(label -> label instanceof Label.Did did && isIn(did.stimulus(), name));
    }

    /** Is it about any of these requests? */
    static boolean any(Label label, Set<String> requests) {
        return label instanceof Label.Did did ? parts(did.stimulus()).anyMatch(requests::contains)
                : of(label).stream().anyMatch(requests::contains);
    }

    /** The labels from a place on, and before them whatever brought processes and funs into being that somebody does something with there. */
    static List<Label> introducing(List<Label> labels, int from) {
        Set<String> names = new HashSet<>();
        Deque<Label> all = new ArrayDeque<>();
        for (int i = labels.size() - 1; i >= 0; i--) {
            Label label = labels.get(i);
            if (i >= from || (label instanceof Label.Did did && introduces(did.stimulus(), names))) {
                all.addFirst(label);
                if (label instanceof Label.Did did) {
                    names.addAll(parts(did.stimulus()).filter(String.class::isInstance).map(String.class::cast).toList());
                }
            }
        }
        return new ArrayList<>(all);
    }

    private static boolean introduces(Stimulus stimulus, Set<String> names) {
        return switch (stimulus) {
            case Stimulus.Spawn spawn -> names.contains(spawn.process());
            case Stimulus.MakeFun make -> names.contains(make.fun());
            default -> false;
        };
    }

    private static boolean isIn(Stimulus stimulus, String name) {
        return parts(stimulus).anyMatch(name::equals);
    }

    private static Stream<Object> parts(Stimulus stimulus) {
        return Arrays.stream(stimulus.getClass().getRecordComponents()).map(component -> part(stimulus, component));
    }

    private static Object part(Stimulus stimulus, RecordComponent component) {
        try {
            return component.getAccessor().invoke(stimulus);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("unreadable " + component, e);
        }
    }
}
