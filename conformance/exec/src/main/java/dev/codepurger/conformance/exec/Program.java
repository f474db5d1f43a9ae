package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A program that speaks the protocol: how to start it, and what is known of it beyond that. What one kind of subject alone needs is given as a
 * value, so that all programs are driven by the same code.
 *
 * @param words the command and its arguments; no shell is started
 * @param environment variables to be set
 * @param withoutVariables variables that are not to be passed on
 * @param start how long it may take to start and say who it is
 * @param startsOthers whether it may start processes of its own, which are then looked for before every case
 * @param renewed whether it is started again, without a word, if it cannot begin another case in the same process; one more is then started in
 *     advance
 * @param down what its end means
 */
public record Program(ImmutableList<String> words, ImmutableMap<String, String> environment, Set<String> withoutVariables, Duration start,
        boolean startsOthers, boolean renewed, Down down) {

    /** What the end of a process means. */
    @FunctionalInterface
    public interface Down {
        /**
         * The reason for which the purger went down and took its node with it, if that is what happened.
         *
         * @param exitCode of the process
         * @param standardError the end of what it wrote to standard error
         */
        Optional<String> reason(int exitCode, String standardError);
    }

    /** Any program: its end is a mistake. */
    static Program of(ImmutableList<String> words, Duration start) {
        return new Program(words, ImmutableMap.of(), Set.of(), start, true, false, (code, text) -> Optional.empty());
    }
}
