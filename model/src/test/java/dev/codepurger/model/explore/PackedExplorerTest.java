package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.model.lts.PackedSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedExplorerTest {

    /** From (x, y) to (x + 1, y), (x, y + 1), or back to (0, 0); up to a side each. */
    static final class Grid implements PackedSystem {

        private final int side;

        Grid(int side) {
            this.side = side;
        }

        @Override
        public int words() {
            return 2;
        }

        @Override
        public void initial(long[] state) {
            state[0] = 0;
            state[1] = 0;
        }

        @Override
        public boolean mustHappen(int label) {
            return label < 2;
        }

        @Override
        public Stepper stepper() {
            return (state, sink) -> {
                for (int axis = 0; axis < 2; axis++) {
                    if (state[axis] < side) {
                        long[] next = state.clone();
                        next[axis]++;
                        sink.step(axis, next);
                    }
                }
                sink.step(2, new long[2]);
            };
        }
    }

    private static final ImmutableMap<String, String> GRID = ImmutableMap.of("world", "grid");
    private static final int SIDE = 600;
    private static final Counts COUNTS = new Counts((SIDE + 1) * (SIDE + 1), 2L * SIDE * (SIDE + 1) + (SIDE + 1) * (SIDE + 1), 2 * SIDE, 1);

    private static PackedExplorer explorer(Resources resources, Probe probe) {
        return new PackedExplorer(new Grid(SIDE), GRID, () -> probe, probe.equals(Probe.NOTHING) ? List.of() : List.of("found"),
                Long.MAX_VALUE, resources,
                progress -> {});
    }

    private static List<long[]> way(Survey survey) {
        return Objects.requireNonNull(survey.ways().get(0));
    }

    @Test
    @DisplayName("the counts are right, and the same for one worker and for several")
    void counts() {
        for (int workers : List.of(1, 2, 3)) {
            Survey survey = explorer(Resources.of(workers), Probe.NOTHING).explore();
            assertEquals(COUNTS, survey.counts(), workers + " workers");
            assertTrue(survey.complete());
            assertEquals(COUNTS.states(), survey.unreducedStates());
            assertEquals(COUNTS.edges(), survey.unreducedEdges());
        }
    }

    @Test
    @DisplayName("what does not fit into memory goes into files, which are gone afterwards")
    void spills() throws IOException {
        long before = spillFolders();
        Survey survey = explorer(new Resources(2, 100_000, null, Duration.ZERO), Probe.NOTHING).explore();
        assertEquals(COUNTS, survey.counts());
        assertTrue(survey.bytes() > 10L * COUNTS.states());
        assertEquals(before, spillFolders());
    }

    private static long spillFolders() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("codepurger-states")).count();
        }
    }

    @Test
    @DisplayName("a way to what decides a question is a shortest one, and the same for any number of workers")
    void ways() {
        Probe probe = (state, rests, open) -> state[0] + state[1] >= 40 && state[0] >= 7 && state[0] <= 30 ? 1 : 0;
        for (int workers : List.of(1, 2, 3)) {
            Survey survey = explorer(Resources.of(workers), probe).explore();
            List<long[]> way = way(survey);
            assertEquals(41, way.size());
            assertArrayEquals(new long[]{7, 33}, way.get(40));
            assertArrayEquals(new long[]{7, 0}, way.get(7));
            assertEquals(COUNTS, survey.counts());
        }
    }

    @Test
    @DisplayName("a bound ends the run with the level that goes beyond it")
    void bound() {
        Survey survey = new PackedExplorer(new Grid(SIDE), GRID, () -> Probe.NOTHING, List.of(), 100, Resources.of(2), progress -> {})
                .explore();
        assertFalse(survey.complete());
        assertEquals(105, survey.counts().states());
        assertEquals(13, survey.counts().depth());
    }

    @Test
    @DisplayName("what fails in a worker fails the run")
    void failure() {
        PackedExplorer explorer = explorer(Resources.of(2), (state, rests, open) -> {
            throw new IllegalStateException("a bad state");
        });
        String cause = String.valueOf(assertThrows(IllegalStateException.class, explorer::explore).getCause());
        assertTrue(cause.contains("a bad state"), cause);
    }

    @Tag("slow")
    @Test
    @DisplayName("a run that was killed is gone on with from its last checkpoint, with another number of workers, to the same end")
    void killed(@TempDir Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), Stuck.class.getName(), folder.toString()).redirectErrorStream(true).start();
        try {
            assertEquals('!', process.getInputStream().read(), "the child has come to where it waits");
            process.destroyForcibly();
            assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        } finally {
            process.destroyForcibly();
        }
        List<Progress> seen = new ArrayList<>();
        Resources resources = new Resources(1, Long.MAX_VALUE, folder, Duration.ofHours(1));
        Survey survey = new PackedExplorer(new Grid(SIDE), GRID, () -> Stuck.PROBE, Stuck.QUESTIONS, Long.MAX_VALUE, resources, seen::add)
                .explore();
        assertEquals(COUNTS, survey.counts());
        assertTrue(survey.complete());
        assertEquals(31, way(survey).size(), "what was decided before is known");
        // All is done: the same again looks at nothing.
        Survey again = new PackedExplorer(new Grid(SIDE), GRID, () -> (state, rests, open) -> {
            throw new IllegalStateException("nothing is left to look at");
        }, Stuck.QUESTIONS, Long.MAX_VALUE, resources, seen::add).explore();
        assertEquals(survey.counts(), again.counts());
    }

    /** A small run in a folder, with a checkpoint after each level. */
    private static PackedExplorer inFolder(Path folder, Probe probe, Consumer<Progress> watcher) {
        return new PackedExplorer(new Grid(5), GRID, () -> probe, List.of("any"), Long.MAX_VALUE,
                new Resources(1, Long.MAX_VALUE, folder, Duration.ZERO), watcher);
    }

    /** Fails at the first state so far away. */
    private static Probe failsAt(int level) {
        return (state, rests, open) -> {
            if (state[0] + state[1] == level) {
                throw new IllegalStateException("so far");
            }
            return 0;
        };
    }

    @Test
    @DisplayName("a run that has failed is gone on with from its last checkpoint, and what it had counted counts")
    void goesOn(@TempDir Path folder) {
        assertThrows(IllegalStateException.class, inFolder(folder, failsAt(3), progress -> {})::explore);
        Survey survey = inFolder(folder, failsAt(2), progress -> {}).explore();
        assertEquals(new Counts(36, 96, 10, 1), survey.counts());
    }

    @Test
    @DisplayName("how far a run is counts what was there before it, what it has added, and what it has still to look at")
    void progress(@TempDir Path folder) {
        assertThrows(IllegalStateException.class, inFolder(folder, failsAt(3), progress -> {})::explore);
        Progress first = progressAt(4, (probe, watcher) -> inFolder(folder, probe, watcher));
        // Of the ten states up to three steps away, six had been looked at; now the four others were, and led to five more.
        assertEquals(new Progress(30, 15, 4, 5, 10, first.bytesInMemory(), first.bytesInFiles()), first);
    }

    @Test
    @DisplayName("how far a run is does not depend on the parts in which a level is looked at")
    void progressOfLargeLevels() {
        Progress first = progressAt(66, (probe, watcher) -> new PackedExplorer(new Grid(99), GRID, () -> probe, List.of("any"),
                Long.MAX_VALUE, Resources.of(1), watcher));
        assertEquals(67, first.queue());
        assertEquals(67 * 68 / 2, first.states());
    }

    /** What is told when everything nearer than so many steps was looked at, and nothing that is so far away. */
    private static Progress progressAt(int level, BiFunction<Probe, Consumer<Progress>, PackedExplorer> explorer) {
        CountDownLatch told = new CountDownLatch(1);
        List<Progress> seen = new CopyOnWriteArrayList<>();
        explorer.apply((state, rests, open) -> {
            if (state[0] + state[1] == level) {
                Uninterruptibles.awaitUninterruptibly(told);
            }
            return 0;
        }, progress -> {
            if (progress.depth() == level) {
                seen.add(progress);
                told.countDown();
            }
        }).explore();
        return seen.get(0);
    }

    @Test
    @DisplayName("a worker waits no longer than the run takes, also when the table grows")
    void waited() {
        long began = System.nanoTime();
        Survey survey = new PackedExplorer(new Grid(150), GRID, () -> Probe.NOTHING, List.of(), Long.MAX_VALUE, Resources.of(1),
                progress -> {}).explore();
        double seconds = (System.nanoTime() - began) / 1e9;
        assertEquals(151 * 151, survey.counts().states());
        assertTrue(survey.secondsWaited() >= 0 && survey.secondsWaited() <= seconds, survey.secondsWaited() + " of " + seconds);
    }

    @Test
    @DisplayName("63 questions are taken, and more are refused")
    void questions() {
        assertTrue(withQuestions(63).explore().complete());
        assertThrows(IllegalArgumentException.class, () -> withQuestions(64));
    }

    private static PackedExplorer withQuestions(int count) {
        return new PackedExplorer(new Grid(1), GRID, () -> Probe.NOTHING, Collections.nCopies(count, "any"), Long.MAX_VALUE,
                Resources.of(1),
                progress -> {});
    }

    @Test
    @DisplayName("a checkpoint that says nothing about a part of what is explored is refused")
    void unknownPart(@TempDir Path folder) {
        exploreSmall(folder, "small", "why");
        PackedExplorer other = new PackedExplorer(new Grid(5), ImmutableMap.of("world", "small", "purger", "any"), () -> Probe.NOTHING,
                List.of("why"), Long.MAX_VALUE, new Resources(1, Long.MAX_VALUE, folder, Duration.ZERO), progress -> {});
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, other::explore).getMessage());
        assertTrue(message.contains("is of another exploration: the purger differs;"), message);
    }

    private static void exploreSmall(Path folder, String world, String question) {
        new PackedExplorer(new Grid(5), ImmutableMap.of("world", world), () -> Probe.NOTHING, List.of(question), Long.MAX_VALUE,
                new Resources(1, Long.MAX_VALUE, folder, Duration.ZERO), progress -> {}).explore();
    }

    private static void assertRefused(Path folder, String world, String question, String why) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> exploreSmall(folder, world, question)).getMessage());
        assertEquals("the checkpoint in " + folder + " " + why + "; remove it to begin anew", message);
    }

    @Test
    @DisplayName("the checkpoint of another system, or with other questions, is refused")
    void otherSystem(@TempDir Path folder) {
        exploreSmall(folder, "small", "why");
        assertRefused(folder, "larger", "why", "is of another exploration: the world is small, not larger");
        assertRefused(folder, "larger than what can be said in a few words", "why", "is of another exploration: the world differs");
        assertRefused(folder, "small", "how", "is of another exploration: the list of questions is why, not how");
        exploreSmall(folder, "small", "why");
    }

    @Test
    @DisplayName("the checkpoint of another version is refused, and one in which any byte of a value has changed")
    void otherVersion(@TempDir Path folder) throws IOException {
        exploreSmall(folder, "small", "why");
        Path file = folder.resolve("checkpoint.properties");
        List<String> lines = Files.readAllLines(file);
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.startsWith("#")) {
                continue;
            }
            for (int at = text.indexOf('=') + 1; at < text.length(); at++) {
                List<String> changed = new ArrayList<>(lines);
                changed.set(line, text.substring(0, at) + (text.charAt(at) == '0' ? '1' : '0') + text.substring(at + 1));
                Files.write(file, changed);
                assertRefused(folder, "small", "why", text.startsWith("code=") ? "is of another version of Codepurger" : "is damaged");
            }
            List<String> without = new ArrayList<>(lines);
            without.remove(line);
            Files.write(file, without);
            assertRefused(folder, "small", "why", text.startsWith("code=") ? "is of another version of Codepurger" : "is damaged");
        }
        Files.write(file, lines);
        exploreSmall(folder, "small", "why");
    }

    @Test
    @DisplayName("a checkpoint whose states are not there is refused")
    void statesAreMissing(@TempDir Path folder) throws IOException {
        exploreSmall(folder, "small", "why");
        Files.write(folder.resolve("states-0"), new byte[100]);
        assertRefused(folder, "small", "why", "is damaged");
        Files.delete(folder.resolve("states-0"));
        assertRefused(folder, "small", "why", "is damaged");
    }

    /** A program that explores with two workers, and in the middle of a level says so and waits. */
    static final class Stuck {

        static final List<String> QUESTIONS = List.of("thirty", "never");
        private static final int LEVEL = 200;
        /** Decides one question at level 30, and the other never. */
        static final Probe PROBE = (state, rests, open) -> state[0] + state[1] == 30 ? open & 1 : 0;

        private Stuck() {}

        public static void main(String[] arguments) {
            Resources resources = new Resources(2, Long.MAX_VALUE, Path.of(arguments[0]), Duration.ZERO);
            new PackedExplorer(new Grid(SIDE), GRID, () -> Stuck::look, Stuck.QUESTIONS, Long.MAX_VALUE, resources, progress -> {})
                    .explore();
        }

        private static long look(long[] state, boolean rests, long open) {
            if (state[0] + state[1] == LEVEL && state[0] == LEVEL / 2) {
                System.out.print('!');
                System.out.flush();
                try {
                    throw new IllegalStateException("nobody was to say anything: " + System.in.read());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return PROBE.decides(state, rests, open);
        }
    }
}
