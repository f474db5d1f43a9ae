package dev.codepurger.conformance.soak;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.model.oracle.Verdict;
import java.util.Optional;

/**
 * What came of a soak.
 *
 * @param verdict on all of it
 * @param samples how it stood, from the beginning to the end
 * @param wrong the part that does not follow from those before it, if there is one
 */
public record SoakResult(Verdict verdict, ImmutableList<SoakSample> samples, Optional<Attempt> wrong) {

    /**
     * How much more memory was in use in the last quarter of the samples than in the second: 1 is flat. The first quarter does not count, for
     * there everything is new. 1 too if there are not enough samples to tell.
     */
    public double growth() {
        int quarter = samples.size() / 4;
        return quarter == 0 ? 1 : heap(samples.size() - quarter, samples.size()) / heap(quarter, 2 * quarter);
    }

    private double heap(int from, int to) {
        return samples.subList(from, to).stream().mapToLong(SoakSample::heap).average().orElseThrow();
    }
}
