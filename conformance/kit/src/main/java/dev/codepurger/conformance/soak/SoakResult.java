package dev.codepurger.conformance.soak;

import com.google.common.collect.ImmutableList;
import com.google.common.math.Quantiles;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.model.oracle.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of a soak.
 *
 * @param verdict on all of it
 * @param samples how it stood, from the beginning to the end; at least one
 * @param wrong the part that does not follow from those before it, if there is one
 */
public record SoakResult(Verdict verdict, ImmutableList<SoakSample> samples, Optional<Attempt> wrong) {

    /** With fewer samples nothing is said about memory. */
    public static final int FEWEST = 8;

    /** Memory that grew by more than this is not called flat. */
    public static final double FLAT = 1.25;

    /**
     * How much more memory was in use in the last quarter of the samples than in the second: the median of the one by the median of the other, 1 is
     * flat. The first quarter does not count, for there everything is new. Nothing if there are too few samples to tell.
     */
    public Optional<Double> growth() {
        int quarter = samples.size() / 4;
        return samples.size() < FEWEST ? Optional.empty()
                : Optional.of(median(samples.size() - quarter, samples.size()) / median(quarter, 2 * quarter));
    }

    /** Did memory grow, for all that can be told? */
    public boolean grew() {
        return growth().orElse(1.0) > FLAT;
    }

    /** The most memory that was in use, in bytes. */
    public long mostHeap() {
        return samples.stream().mapToLong(SoakSample::heap).max().orElseThrow();
    }

    private double median(int from, int to) {
        List<Long> heap = samples.subList(from, to).stream().map(SoakSample::heap).toList();
        return Quantiles.median().compute(heap);
    }
}
