package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.SubjectException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the processes of a subject are run; the setting {@value #SETTING}. */
enum SchedulerChoice {
    /** One step at a time, chosen by the seed; the default, because every failure can be repeated. */
    SEEDED,
    /** Really concurrent. */
    THREADS;

    static final String SETTING = "scheduler";

    static SchedulerChoice of(OpenOptions options) throws SubjectException {
        return switch (options.driving()) {
            case CONCURRENT -> THREADS;
            case REPEATABLE -> SEEDED;
            case AS_SET -> asSet(options);
        };
    }

    private static SchedulerChoice asSet(OpenOptions options) throws SubjectException {
        String asked = options.settings().getOrDefault(SETTING, SEEDED.id());
        for (SchedulerChoice one : values()) {
            if (one.id().equals(asked)) {
                return one;
            }
        }
        throw new SubjectException("there is no " + SETTING + " '" + asked + "'; there is "
                + Arrays.stream(values()).map(SchedulerChoice::id).collect(Collectors.joining(" and ")));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
