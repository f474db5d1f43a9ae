package dev.codepurger.conformance.trace;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;

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

    private static boolean isIn(Stimulus stimulus, String name) {
        for (RecordComponent component : stimulus.getClass().getRecordComponents()) {
            try {
                if (name.equals(component.getAccessor().invoke(stimulus))) {
                    return true;
                }
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("unreadable " + component, e);
            }
        }
        return false;
    }
}
