package dev.codepurger.conformance.otp.whitebox;

import dev.codepurger.model.purger.Choices;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.List;
import java.util.function.Supplier;

/** Compares a purger with the model, by its log. */
public final class WhiteBox {
    private WhiteBox() {
    }

    /**
     * Replays a log by the model.
     *
     * @throws LogException if the log is broken
     */
    public static WhiteBoxResult replay(PurgerLog log, Profile profile) {
        return Replay.run(log, profile, new Choices() {
            @Override
            public <T> T choose(Rule rule, T normal, Supplier<List<T>> others) {
                return normal;
            }
        });
    }

    /**
     * What came of breaking a rule.
     *
     * @param asked whether the model came to a choice of this rule at all
     * @param result of the first way that was seen to be wrong, of the last one if none was
     */
    public record Broken(boolean asked, WhiteBoxResult result) {}

    /**
     * Replays a log by a model that always does what a rule forbids, in each way that there is, until one of them is seen to be wrong.
     *
     * @param log gives the same log again and again
     */
    public static Broken replayBreaking(Rule broken, Supplier<PurgerLog> log, Profile profile) {
        Breaking choices = new Breaking(broken, 0);
        WhiteBoxResult result = Replay.run(log.get(), profile, choices);
        boolean asked = choices.asked;
        for (int way = 1; way < choices.ways && result.difference().isEmpty(); way++) {
            result = Replay.run(log.get(), profile, new Breaking(broken, way));
        }
        return new Broken(asked, result);
    }

    /** Does what one rule forbids. */
    private static final class Breaking implements Choices {
        private final Rule broken;
        private final int way;
        private boolean asked;
        private int ways;

        Breaking(Rule broken, int way) {
            this.broken = broken;
            this.way = way;
        }

        @Override
        public <T> T choose(Rule rule, T normal, Supplier<List<T>> others) {
            if (rule != broken) {
                return normal;
            }
            asked = true;
            List<T> forbidden = others.get();
            ways = Math.max(ways, forbidden.size());
            return forbidden.isEmpty() ? normal : forbidden.get(Math.min(way, forbidden.size() - 1));
        }
    }
}
