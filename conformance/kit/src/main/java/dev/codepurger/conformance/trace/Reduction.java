package dev.codepurger.conformance.trace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Alternatives;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.run.Judges;
import dev.codepurger.conformance.run.Names;
import dev.codepurger.conformance.run.Suspects;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a trace that is not legal shorter, without anybody to do it again: tries the events near its end alone, then leaves out events (delta
 * debugging: halves first, single ones last, pairs at the very end), and with them whatever was legal only because of them. What is left is a trace that might have been: all of it but its last event is
 * legal. The last event stays, and it must be wrong for the same reason, else the search would slip to another fault: the same rule is blamed, and
 * nothing is legal in its place that was not.
 */
final class Reduction {
    /** How much may be done; a bound on work and not on time, so that the same trace always gives the same. */
    private static final long WORK = 300_000;
    /** To judge an event is one piece of work for each state; a state grows with the trace, and costs one more for so many events before it. */
    private static final int GROWTH = 64;
    /** How many events from the end are tried first. */
    private static final int SUFFIX = 16;
    private static final int FEW = 24;

    private final Judges judges;
    private final Profile profile;
    private final boolean effects;
    private final ImmutableSet<Rule> blamed;
    private long done;

    /**
     * For violations of these rules.
     *
     * @param blamed one of them must be blamed for a shorter trace too, unless there are none
     */
    Reduction(Judges judges, Profile profile, boolean effects, ImmutableSet<Rule> blamed) {
        this.judges = judges;
        this.profile = profile;
        this.effects = effects;
        this.blamed = blamed;
    }

    /**
     * The shortest found; the last event is not legal, the others are.
     *
     * @param before the judge before the last event
     */
    ImmutableList<Label> shortest(List<Label> failing, Judge before) {
        Label last = failing.get(failing.size() - 1);
        List<Label> best = failing.subList(0, failing.size() - 1);
        ImmutableSet<String> caused = Mentions.of(last).stream().filter(name -> Mentions.done(failing, name))
                .collect(ImmutableSet.toImmutableSet());
        Search search = new Search(last, caused, ImmutableSet.copyOf(Alternatives.all(last, before)));
        best = search.suffix(best);
        int chunk = Math.max(1, best.size() / 2);
        while (true) {
            List<Label> shorter = search.without(best, chunk);
            boolean progress = shorter.size() < best.size();
            best = shorter;
            if (done > WORK || (chunk == 1 && !progress)) {
                break;
            }
            chunk = chunk == 1 ? 1 : chunk / 2;
        }
        return ImmutableList.<Label>builder().addAll(search.withoutPairs(best)).add(last).build();
    }

    /** For a trace with this last event. */
    private final class Search {
        private final Label last;
        private final ImmutableSet<String> caused;
        private final ImmutableSet<String> legal;
        /** The requests whose answers were not legal in the last attempt. */
        private ImmutableSet<String> unanswered = ImmutableSet.of();

        Search(Label last, ImmutableSet<String> caused, ImmutableSet<String> legal) {
            this.last = last;
            this.caused = caused;
            this.legal = legal;
        }

        /**
         * The last few events, or twice as many and so on, if with what they speak of they do; a long trace is mostly long because of what has
         * nothing to do with its end, and to try them costs no more than what is found.
         */
        private List<Label> suffix(List<Label> all) {
            for (int length = SUFFIX; length < all.size() && done <= WORK; length *= 2) {
                List<Label> few = Mentions.introducing(all, all.size() - length);
                Optional<List<Label>> found = attempt(few);
                if (found.isEmpty() && !unanswered.isEmpty()) {
                    // A request whose answer was wrong without what came before stands in the way of all that come after it.
                    found = attempt(few.stream().filter(label -> !Mentions.any(label, unanswered)).toList());
                }
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return all;
        }

        private List<Label> without(List<Label> start, int chunk) {
            List<Label> best = start;
            // From the end, because what comes late depends on what came early.
            for (int from = best.size() - chunk; from > -chunk && done <= WORK; from -= chunk) {
                int begin = Math.max(0, from);
                int end = Math.min(best.size(), from + chunk);
                if (begin < end) {
                    List<Label> fewer = new ArrayList<>(best.subList(0, begin));
                    fewer.addAll(best.subList(end, best.size()));
                    best = attempt(fewer).orElse(best);
                }
            }
            return best;
        }

        /** A hold and its release, or a pause and its end, can only go together. */
        private List<Label> withoutPairs(List<Label> start) {
            List<Label> best = start;
            for (int second = best.size() - 1; second > 0 && best.size() <= FEW; second = Math.min(second, best.size()) - 1) {
                for (int first = second - 1; first >= 0 && second < best.size() && done <= WORK; first--) {
                    List<Label> fewer = new ArrayList<>(best);
                    fewer.remove(second);
                    fewer.remove(first);
                    best = attempt(fewer).orElse(best);
                }
            }
            return best;
        }

        /** These events, without those that are not legal any more, if the last one is wrong behind them as it was. */
        private Optional<List<Label>> attempt(List<Label> labels) {
            Judge judge = judges.start(profile, effects);
            Names names = new Names();
            List<Label> kept = new ArrayList<>();
            Set<String> wrong = new HashSet<>();
            for (Label label : labels) {
                if (label instanceof Label.Did did && !names.introduced(did.stimulus()) && !judges.gaps().middle()) {
                    continue;
                }
                Judge next = judge.observe(label);
                done += work(judge, kept);
                if (next.verdict() == Judge.Verdict.INCONCLUSIVE || done > WORK) {
                    return Optional.empty();
                }
                if (next.verdict() == Judge.Verdict.CONFORMS) {
                    judge = next;
                    kept.add(label);
                } else if (label instanceof Label.Replied replied) {
                    wrong.add(replied.request());
                }
            }
            unanswered = ImmutableSet.copyOf(wrong);
            boolean introduced = !(last instanceof Label.Did did) || names.introduced(did.stimulus()) || judges.gaps().middle();
            boolean fails = introduced && caused.stream().allMatch(name -> Mentions.done(kept, name))
                    && judge.observe(last).verdict() == Judge.Verdict.VIOLATED && sameReason(judge, kept);
            return fails ? Optional.of(kept) : Optional.empty();
        }

        private static long work(Judge judge, List<Label> before) {
            return (long) judge.stateCount() * (1 + before.size() / GROWTH);
        }

        private boolean sameReason(Judge before, List<Label> kept) {
            ImmutableSet<String> instead = ImmutableSet.copyOf(Alternatives.all(last, before));
            if (!legal.containsAll(instead) || (instead.isEmpty() && !legal.isEmpty())) {
                return false;
            }
            if (blamed.isEmpty()) {
                return true;
            }
            List<Label> all = new ArrayList<>(kept);
            all.add(last);
            done += all.size() * work(before, kept);
            return !judges.blame(all, profile, effects, Suspects.only(blamed)).isEmpty();
        }
    }
}
