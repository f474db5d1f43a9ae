package dev.codepurger.model.explore;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which states of the stores are how many steps away: those of one level stand one behind the other, in each store. */
final class Levels {

    /** For each level, how many states of each store are on it or before it. */
    private final List<long[]> ends = new ArrayList<>();

    /** Those of a store that are on a level. */
    record Range(int store, long from, long to) {

        long size() {
            return to - from;
        }

        /** All that are in the stores. */
        static List<Range> all(List<StateStore> stores) {
            return IntStream.range(0, stores.size()).mapToObj(store -> new Range(store, 0, stores.get(store).size())).toList();
        }

        static long size(List<Range> ranges) {
            return ranges.stream().mapToLong(Range::size).sum();
        }

        /** Those states that stand at so many places, from one on, if the ranges are laid one behind the other. */
        static void forEach(List<Range> ranges, long place, long count, Visitor visitor) {
            long skip = place;
            long left = count;
            for (Range range : ranges) {
                for (long i = skip; i < range.size() && left > 0; i++, left--) {
                    visitor.visit(range.store, range.from + i);
                }
                skip = Math.max(0, skip - range.size());
            }
        }
    }

    /** Gets to know where a state is. */
    @FunctionalInterface
    interface Visitor {
        void visit(int store, long index);
    }

    int size() {
        return ends.size();
    }

    ImmutableList<long[]> ends() {
        return ImmutableList.copyOf(ends);
    }

    /** How many states of each store there are. */
    long[] last() {
        return ends.get(ends.size() - 1);
    }

    /** Has the last one no states? Then there are no more. */
    boolean isComplete() {
        return states(size() - 1) == 0;
    }

    void add(long[] end) {
        ends.add(end);
    }

    List<Range> ranges(int level) {
        List<Range> ranges = new ArrayList<>();
        long[] end = ends.get(level);
        for (int store = 0; store < end.length; store++) {
            long from = level == 0 || store >= ends.get(level - 1).length ? 0 : ends.get(level - 1)[store];
            if (from < end[store]) {
                ranges.add(new Range(store, from, end[store]));
            }
        }
        return ranges;
    }

    long states(int level) {
        return Range.size(ranges(level));
    }
}
