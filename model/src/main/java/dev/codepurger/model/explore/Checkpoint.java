package dev.codepurger.model.explore;

import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableLongArray;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a run was at the end of a level. The states stand in files beside it, and may be more; those behind are not of it.
 *
 * @param identity what was looked at, and for what: each part, by its name, differs if that differs
 * @param ends of each level, how many states of each store are on it or before it
 * @param sums what was counted
 * @param sightings what was decided
 */
record Checkpoint(ImmutableMap<String, String> identity, ImmutableList<long[]> ends, Sums sums, ImmutableList<Sighting> sightings) {

    /**
     * A question that was decided.
     *
     * @param level how many steps away the state is
     */
    record Sighting(int question, int level, ImmutableLongArray state) {
    }

    /** What was counted of the states that were looked at. */
    record Sums(long edges, long resting, long unreducedStates, long unreducedEdges) {

        static final Sums NOTHING = new Sums(0, 0, 0, 0);

        Sums and(Worker worker) {
            return new Sums(edges + worker.edges, resting + worker.resting, unreducedStates + worker.unreducedStates,
                    unreducedEdges + worker.unreducedEdges);
        }

        private static Sums of(long[] numbers) {
            return new Sums(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        private long[] numbers() {
            return new long[]{edges, resting, unreducedStates, unreducedEdges};
        }
    }

    private static final String FILE = "checkpoint.properties";
    /** With the code that states depend on, everything may have changed that is in them, and this file, too. */
    private static final String CODE = "code";
    private static final String OF = "of.";
    private static final String HASH = "hash";
    private static final int MOST_SHOWN = 40;
    private static final Joiner JOINER = Joiner.on(' ');
    private static final Splitter SPLITTER = Splitter.on(' ');

    static Path states(Path folder, int store) {
        return folder.resolve("states-" + store);
    }

    /** Replaces what was there, or leaves it as it is. */
    void write(Path folder) {
        Properties all = new Properties();
        all.setProperty(CODE, OwnCode.hash());
        identity.forEach((part, value) -> all.setProperty(OF + part, value));
        all.setProperty("levels", String.valueOf(ends.size()));
        for (int level = 0; level < ends.size(); level++) {
            all.setProperty("level." + level, words(ends.get(level), 10));
        }
        all.setProperty("sums", words(sums.numbers(), 10));
        for (Sighting one : sightings) {
            all.setProperty("decided." + one.question, one.level + " " + words(one.state.toArray(), 16));
        }
        all.setProperty(HASH, hash(all));
        Path made = folder.resolve(FILE + ".new");
        try {
            try (Writer out = Files.newBufferedWriter(made, StandardCharsets.UTF_8)) {
                all.store(out, "an exploration that can be gone on with; the states are in the files beside");
            }
            Files.move(made, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one of a folder, if there is one.
     *
     * @param words of a state
     * @throws IllegalArgumentException if it was not written by this code for the same, or is damaged
     */
    static Optional<Checkpoint> read(Path folder, ImmutableMap<String, String> identity, int words) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties all = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            all.load(in);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw damaged(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!OwnCode.hash().equals(all.getProperty(CODE))) {
            throw refused(folder, "is of another version of Codepurger", null);
        }
        if (!hash(all).equals(all.getProperty(HASH))) {
            throw damaged(folder, null);
        }
        identity.forEach((part, value) -> requireSame(folder, part, value, all.getProperty(OF + part)));
        Checkpoint found = of(all, identity);
        long[] sizes = found.ends.get(found.ends.size() - 1);
        for (int store = 0; store < sizes.length; store++) {
            requireStates(folder, store, sizes[store] * words * Long.BYTES);
        }
        return Optional.of(found);
    }

    private static void requireSame(Path folder, String part, String wanted, @Nullable String found) {
        if (!wanted.equals(found)) {
            boolean shown = found != null && Math.max(found.length(), wanted.length()) <= MOST_SHOWN;
            throw refused(folder, "is of another exploration: the " + part + (shown ? " is " + found + ", not " + wanted : " differs"),
                    null);
        }
    }

    private static void requireStates(Path folder, int store, long bytes) {
        Path states = states(folder, store);
        try {
            if (bytes > 0 && (!Files.exists(states) || Files.size(states) < bytes)) {
                throw damaged(folder, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalArgumentException damaged(Path folder, @Nullable Exception cause) {
        return refused(folder, "is damaged", cause);
    }

    private static IllegalArgumentException refused(Path folder, String why, @Nullable Exception cause) {
        return new IllegalArgumentException("the checkpoint in " + folder + " " + why + "; remove it to begin anew", cause);
    }

    /** Of everything that is there, but for the hash itself. */
    private static String hash(Properties all) {
        Hasher hasher = Hashing.sha256().newHasher();
        for (String key : new TreeSet<>(all.stringPropertyNames())) {
            if (!key.equals(HASH)) {
                hasher.putUnencodedChars(key).putChar('=').putUnencodedChars(all.getProperty(key)).putChar('\n');
            }
        }
        return hasher.hash().toString();
    }

    private static Checkpoint of(Properties all, ImmutableMap<String, String> identity) {
        List<long[]> ends = new ArrayList<>();
        for (int level = 0; level < Integer.parseInt(all.getProperty("levels")); level++) {
            ends.add(numbers(all.getProperty("level." + level), 10));
        }
        List<Sighting> sightings = new ArrayList<>();
        for (String key : all.stringPropertyNames()) {
            if (key.startsWith("decided.")) {
                List<String> parts = Splitter.on(' ').limit(2).splitToList(all.getProperty(key));
                sightings.add(new Sighting(Integer.parseInt(key.substring("decided.".length())), Integer.parseInt(parts.get(0)),
                        ImmutableLongArray.copyOf(numbers(parts.get(1), 16))));
            }
        }
        return new Checkpoint(identity, ImmutableList.copyOf(ends), Sums.of(numbers(all.getProperty("sums"), 10)),
                ImmutableList.copyOf(sightings));
    }

    private static String words(long[] words, int radix) {
        return JOINER.join(Arrays.stream(words).mapToObj(word -> Long.toUnsignedString(word, radix)).iterator());
    }

    private static long[] numbers(@Nullable String text, int radix) {
        return SPLITTER.splitToStream(text == null ? "" : text).mapToLong(word -> Long.parseUnsignedLong(word, radix)).toArray();
    }
}
