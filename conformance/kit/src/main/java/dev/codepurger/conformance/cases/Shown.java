package dev.codepurger.conformance.cases;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.model.world.Label.Observation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subject showed, before anybody relies on it. A subject may be wrong in every way, also in how it tells: what is missing, endless or
 * huge is its own mistake, and must not be taken for one of the suite.
 */
final class Shown {
    /** More than any case can lead to. */
    static final int MAX_OBSERVATIONS = 100_000;
    /** As long as the longest name that can be replayed. */
    static final int MAX_TEXT = 1_000;

    /** What every kind of record consists of; asking anew each time is slow. */
    private static final ClassValue<ImmutableList<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected ImmutableList<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getAccessor).collect(ImmutableList.toImmutableList());
        }
    };

    private Shown() {
    }

    /**
     * A copy of the list.
     *
     * @throws SubjectException if there is none, if there are too many observations, if one or a part of one is missing, or if a text in one is too long
     */
    static ImmutableList<Observation> checked(@Nullable List<Observation> all) throws SubjectException {
        if (all == null) {
            throw new SubjectException("the subject gave no result");
        }
        ImmutableList.Builder<Observation> copy = ImmutableList.builder();
        int count = 0;
        for (Observation one : all) {
            if (++count > MAX_OBSERVATIONS) {
                throw new SubjectException("the subject showed more than " + MAX_OBSERVATIONS + " things at once");
            }
            check(one);
            copy.add(one);
        }
        return copy.build();
    }

    private static void check(@Nullable Object part) throws SubjectException {
        switch (part) {
            case null -> throw new SubjectException("the subject showed something with a part missing");
            case String text -> {
                if (text.length() > MAX_TEXT) {
                    throw new SubjectException("the subject showed a text of " + text.length() + " characters");
                }
            }
            case Collection<?> parts -> {
                for (Object one : parts) {
                    check(one);
                }
            }
            case Record compound -> {
                for (Method accessor : ACCESSORS.get(compound.getClass())) {
                    check(value(accessor, compound));
                }
            }
            default -> {
                // A truth, a number or a constant.
            }
        }
    }

    private static @Nullable Object value(Method accessor, Record of) {
        try {
            return accessor.invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("unreadable " + accessor, e);
        }
    }
}
