package dev.codepurger.model.explore;

import java.util.ArrayList;
import java.util.List;

/** Which states of the stores are how many steps away: those of one level stand one behind the other, in each store. */
final class Levels {

    /** For each level, how many states of each store are on it or before it. */
    private final List<long[]> ends = new ArrayList<>();

    /** Those of a store that are on a level. */
    record Range(int store, long from, long to) {
    }

    int size() {
        return ends.size();
    }

    long[] end(int level) {
        return ends.get(level);
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
        return ranges(level).stream().mapToLong(range -> range.to() - range.from()).sum();
    }
}
