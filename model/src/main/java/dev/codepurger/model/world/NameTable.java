package dev.codepurger.model.world;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Names with small numbers, each way. Immutable; one more or one fewer costs about the square root of how many there are: what has changed since is kept
 * apart from the rest until it is as much as that.
 */
final class NameTable {

    static final NameTable EMPTY = new NameTable(Table.NONE, Table.NONE, new String[0][]);

    private static final int GONE = -1;
    private static final int CHUNK = 64;
    private static final int FEW = 8;

    private final Table most;
    private final Table changed;
    private final @Nullable String[][] byNumber;

    private NameTable(Table most, Table changed, @Nullable String[][] byNumber) {
        this.most = most;
        this.changed = changed;
        this.byNumber = byNumber;
    }

    /** The number of a name, 0 if it has none. */
    int number(String name) {
        int number = changed.get(name);
        if (number == 0) {
            number = most.get(name);
        }
        return Math.max(0, number);
    }

    /** The name of a number, null if there is none. */
    @Nullable String name(int number) {
        int chunk = number / CHUNK;
        return chunk < byNumber.length ? byNumber[chunk][number % CHUNK] : null;
    }

    /** The same where the number has this name. */
    NameTable with(int number, String name) {
        return settled(changed.with(name, number), named(number, name));
    }

    /** The same where the number has no name. */
    NameTable without(int number) {
        String name = name(number);
        return name == null ? this : settled(changed.with(name, GONE), named(number, null));
    }

    private NameTable settled(Table changes, @Nullable String[][] names) {
        if (changes.count <= FEW || (long) changes.count * changes.count <= 4L * most.count) {
            return new NameTable(most, changes, names);
        }
        int count = 0;
        for (@Nullable String[] chunk : names) {
            for (String name : chunk) {
                count += name == null ? 0 : 1;
            }
        }
        Table all = Table.sized(count);
        for (int number = 0; number < names.length * CHUNK; number++) {
            String name = names[number / CHUNK][number % CHUNK];
            if (name != null) {
                all.put(name, number);
            }
        }
        return new NameTable(all, Table.NONE, names);
    }

    private @Nullable String[][] named(int number, @Nullable String name) {
        int chunk = number / CHUNK;
        @Nullable String[][] all = Arrays.copyOf(byNumber, Math.max(byNumber.length, chunk + 1));
        for (int i = byNumber.length; i < all.length; i++) {
            all[i] = new String[CHUNK];
        }
        all[chunk] = all[chunk].clone();
        all[chunk][number % CHUNK] = name;
        return all;
    }

    /** Open addressing; changed only while it is made. */
    private static final class Table {
        static final Table NONE = new Table(new String[2], new int[2]);

        private final @Nullable String[] names;
        private final int[] numbers;
        private int count;

        private Table(@Nullable String[] names, int[] numbers) {
            this.names = names;
            this.numbers = numbers;
        }

        static Table sized(int count) {
            int size = Math.max(2, Integer.highestOneBit(2 * count + 1) * 2);
            return new Table(new String[size], new int[size]);
        }

        int get(String name) {
            return numbers[place(name)];
        }

        private int place(String name) {
            int mask = names.length - 1;
            int hash = name.hashCode();
            int at = (hash ^ (hash >>> 16)) & mask;
            while (true) {
                String there = names[at];
                if (there == null || there.equals(name)) {
                    return at;
                }
                at = (at + 1) & mask;
            }
        }

        void put(String name, int number) {
            int at = place(name);
            count += names[at] == null ? 1 : 0;
            names[at] = name;
            numbers[at] = number;
        }

        Table with(String name, int number) {
            Table copy;
            if (2 * (count + 1) > names.length) {
                copy = sized(count + 1);
                for (int i = 0; i < names.length; i++) {
                    String there = names[i];
                    if (there != null) {
                        copy.put(there, numbers[i]);
                    }
                }
            } else {
                copy = new Table(names.clone(), numbers.clone());
                copy.count = count;
            }
            copy.put(name, number);
            return copy;
        }
    }
}
