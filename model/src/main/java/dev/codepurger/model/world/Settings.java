package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.function.Consumer;

/**
 * Which purger, seen how.
 *
 * @param profile which purger
 * @param effects the harness sees the effect channel
 * @param counted processes that nobody can tell apart are counted, not named; makes no difference but to the number of states
 * @param relaxed rules that need not be obeyed
 * @param gaps what the harness does not see
 * @param asked is told of every rule by which something is decided
 */
public record Settings(Profile profile, boolean effects, boolean counted, ImmutableSet<Rule> relaxed, Gaps gaps, Consumer<Rule> asked) {

    /** Processes are counted where they can be. */
    public Settings(Profile profile, boolean effects, ImmutableSet<Rule> relaxed, Consumer<Rule> asked) {
        this(profile, effects, !effects, relaxed, Gaps.NONE, asked);
    }

    /** Nobody is told by which rules things are decided. */
    public Settings(Profile profile, boolean effects, ImmutableSet<Rule> relaxed) {
        this(profile, effects, relaxed, Settings::tellNobody);
    }

    private static void tellNobody(Rule rule) {
        // nobody asked
    }

    /** All rules obeyed, no effect channel. */
    public static Settings of(Profile profile) {
        return new Settings(profile, false, ImmutableSet.of());
    }

    /** The same with or without the effect channel. */
    public Settings withEffects(boolean seen) {
        return new Settings(profile, seen, !seen, relaxed, gaps, asked);
    }

    /** The same where every process has a pid of its own: the plain definition, to which the counting is held. */
    public Settings namingEverybody() {
        return new Settings(profile, effects, false, relaxed, gaps, asked);
    }

    /** The same with these rules relaxed, and no others. */
    public Settings relaxing(Rule... rules) {
        return new Settings(profile, effects, counted, ImmutableSet.copyOf(rules), gaps, asked);
    }

    /** The same where the harness does not see this. */
    public Settings missing(Gaps now) {
        return new Settings(profile, effects, counted, relaxed, now, asked);
    }

    boolean hides(Unseen kind) {
        return gaps.hides(kind);
    }

    boolean relaxes(Rule rule) {
        asked.accept(rule);
        return relaxed.contains(rule);
    }

    /** Is one of them relaxed? All of them count as asked. */
    boolean relaxesAny(Rule... rules) {
        boolean any = false;
        for (Rule rule : rules) {
            any |= relaxes(rule);
        }
        return any;
    }

    /** Must each answer be consumed on its own? Where nobody can tell, the answers that change nothing are left to the last. */
    boolean answersOneByOne() {
        return effects || relaxes(Rule.PURGE_6);
    }
}
