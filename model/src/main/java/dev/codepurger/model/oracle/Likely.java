package dev.codepurger.model.oracle;

import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A guess at when each event took effect, by which a search tries orders: requests in the order of the first words that came of them, for the
 * purger takes them one after the other; anything else when it had ended, or for another guess at any time of its interval. A wrong guess costs
 * time and nothing else.
 */
final class Likely {

    /** Of so many requests one, in guesses after the first. */
    private static final int DOUBTED = 3;

    private final Map<String, Long> answered = new HashMap<>();

    private final @Nullable SplittableRandom random;

    /** The first guess, or with something random another one. */
    Likely(History history, @Nullable SplittableRandom random) {
        this.random = random;
        history.lines().values().forEach(events -> events.forEach(event -> {
            String request = answers(event.label());
            if (request != null) {
                answered.merge(request, event.to(), Math::min);
            }
        }));
    }

    private static @Nullable String answers(Label label) {
        return switch (label) {
            case Label.Replied replied -> replied.request();
            case Label.Started started -> started.ref();
            default -> null;
        };
    }

    private static @Nullable String asks(Label label) {
        if (!(label instanceof Label.Did did)) {
            return null;
        }
        return switch (did.stimulus()) {
            case Stimulus.Purge one -> one.request();
            case Stimulus.SoftPurge one -> one.request();
            case Stimulus.FinishAfterOnLoad one -> one.request();
            case Stimulus.TestPurge one -> one.request();
            case Stimulus.ChangePrio one -> one.request();
            default -> null;
        };
    }

    long[][] times(Event[][] lines) {
        long[][] times = new long[lines.length][];
        for (int line = 0; line < lines.length; line++) {
            times[line] = new long[lines[line].length];
            for (int i = 0; i < lines[line].length; i++) {
                String request = asks(lines[line][i].label());
                times[line][i] = request == null || isDoubted()
                        ? guess(lines[line][i])
                        : answered.getOrDefault(request, lines[line][i].to());
            }
        }
        return times;
    }

    /** The first words of two requests can be seen in another order than the requests were taken: now and then a guess does not go by them. */
    private boolean isDoubted() {
        return random != null && random.nextInt(DOUBTED) == 0;
    }

    private long guess(Event event) {
        return random == null || event.to() - event.from() < 2 || event.isOpen() ? event.to() : random.nextLong(event.from(), event.to());
    }
}
