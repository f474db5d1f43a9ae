package dev.codepurger.model.closed.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configurations;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.closed.Plan.Ask;
import dev.codepurger.model.closed.Plan.Freedom;
import dev.codepurger.model.closed.Plan.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {

    private static Configuration world(int loads, Plan... plans) {
        return new Configuration("any", "any", new Configuration.Codes(true, true, false), ImmutableList.copyOf(plans), loads, 1, 0,
                ImmutableSet.of());
    }

    /** So many on the node who ask nothing, and one who asks so often. */
    private static Configuration world(int locals, int requests) {
        Plan client = Plan.of("c", Place.REMOTE).asks(Collections.nCopies(requests, Ask.PURGE).toArray(Ask[]::new));
        return world(0, Stream.concat(IntStream.range(0, locals).mapToObj(i -> Plan.of("p" + i, Place.OLD)), Stream.of(client))
                .toArray(Plan[]::new));
    }

    /** Those that have names, and as many of other sizes that some fill a word to its last bit. */
    static Stream<Configuration> packable() {
        return Stream.concat(Configurations.named().stream().filter(Layout::canPack),
                IntStream.rangeClosed(1, 14).boxed().flatMap(locals -> IntStream.rangeClosed(0, 15).mapToObj(n -> world(locals, n))));
    }

    private static List<Field> fields(Layout at) {
        List<Field> all = new ArrayList<>(List.of(at.phase, at.work, at.found, at.open, at.unasked, at.victims, at.waiting, at.flag,
                at.gone,
                at.ending, at.result, at.saved, at.kept, at.current, at.old, at.pending, at.aside, at.failed, at.onLoadPurge, at.marked,
                at.loads));
        all.addAll(List.of(at.actors));
        all.removeIf(field -> field.mask() == 0);
        all.sort(Comparator.comparingInt(Field::word).thenComparingInt(Field::shift));
        return all;
    }

    private static int width(Field field) {
        return Long.bitCount(field.mask());
    }

    @Test
    @DisplayName("fields follow upon each other, but for those that would go over the end of a word, and the mailbox upon the last word")
    void fields() {
        packable().forEach(configuration -> {
            Layout at = new Layout(configuration);
            int word = 0;
            int used = 0;
            for (Field field : fields(at)) {
                boolean fits = used + width(field) <= Long.SIZE;
                assertEquals(fits ? word : word + 1, field.word(), configuration + ": " + field);
                assertEquals(fits ? used : 0, field.shift(), configuration + ": " + field);
                word = field.word();
                used = field.shift() + width(field);
            }
            assertEquals(word + 1, at.mailbox.first());
            assertEquals(at.mailbox.first() + at.mailbox.words(), at.words());
        });
    }

    @Test
    @DisplayName("a number takes as many bits as the largest of its kind, and no more")
    void widths() {
        packable().map(Layout::new).forEach(at -> {
            assertEquals(Integer.toBinaryString(at.alphabet.size() - 1).length(), at.wordLists.width());
            assertEquals(Integer.toBinaryString(at.processes).length(), at.processLists.width());
        });
    }

    /** One actor of ten soft purges, and so many bits for versions that its field is as wide as a word can be. */
    @Test
    @DisplayName("a field may take a whole word, and no more")
    void widest() {
        Plan[] plans = {Plan.of("p", Place.OLD),
                Plan.of("c", Place.REMOTE).asks(Collections.nCopies(10, Ask.SOFT_PURGE).toArray(Ask[]::new))};
        Layout whole = new Layout(world((1 << 26) - 4, plans));
        assertEquals(-1, whole.actors[0].mask());
        long[] state = new long[whole.words()];
        whole.actor(state, 0, -2);
        assertEquals(-2, whole.actor(state, 0));
        assertEquals("the configuration is too large to be packed: 65 bits in one field",
                assertThrows(IllegalArgumentException.class, () -> new Layout(world((1 << 26) - 3, plans))).getMessage());
    }

    @Test
    @DisplayName("there is room for whatever can be saved, kept, waited for, or on its way, and for hardly more")
    void room() {
        Plan client = Plan.of("c", Place.REMOTE).asks(Ask.PURGE, Ask.SOFT_PURGE, Ask.SOFT_PURGE);
        Plan tester = Plan.of("t", Place.ELSEWHERE).asks(Ask.TEST_PURGE, Ask.TEST_SOFT_PURGE);
        Layout at = new Layout(world(2, client, tester, Plan.of("p", Place.OLD), Plan.of("s", Place.OLD).asks(Ask.FORGED_DOWN)));
        // Numbered from 1 are six requests, four answers of each of three, four DOWNs, and two words of two sessions.
        assertEquals(6, at.alphabet.requests);
        assertEquals(6 + 4 * 3 + 4 + 2 * 2, at.alphabet.size() - 1);
        assertEquals(3, width(at.work));
        assertEquals(6 * 3, width(at.saved));
        assertEquals(4 * 5, width(at.kept));
        assertEquals(3 * 3, width(at.waiting));
        assertEquals(2, width(at.open));
        assertEquals(4, width(at.unasked));
        assertEquals(3, width(at.old));
        assertEquals(2, width(at.loads));
        // Three checks may be soft, and two signals come of others.
        assertEquals(10 + 3 + 2 + 2 * (3 + 2), width(at.actors[2]));
        assertEquals(10 + 3 + 2, width(at.actors[0]));
        // Answers of each to four checks, DOWNs, requests, and words, twelve to a word.
        assertEquals((3 * 4 + 4 + 6 + 4 + 11) / 12, at.mailbox.words());
    }

    @ParameterizedTest
    @CsvSource({"true, true, false, 0, 2", "true, false, true, 0, 2", "false, true, false, 3, 4", "false, false, false, 1, 1"})
    @DisplayName("the newest version is that of the last load")
    void newest(boolean old, boolean current, boolean pending, int loads, int newest) {
        assertEquals(newest, new Layout(new Configuration("any", "any", new Configuration.Codes(old, current, pending),
                ImmutableList.of(Plan.of("c", Place.REMOTE).asks(Ask.PURGE)), loads, 1, 0, ImmutableSet.of())).newest);
    }

    @ParameterizedTest
    @EnumSource(value = Freedom.class, names = {"AGAIN", "RETURN"})
    @DisplayName("what goes on for ever has no packed form")
    void endless(Freedom freedom) {
        Plan p = Plan.of("p", Place.OLD, Freedom.DIE);
        assertTrue(Layout.canPack(world(0, p)));
        Configuration endless = world(0, p, Plan.of("c", Place.REMOTE, freedom).asks(Ask.PURGE));
        assertFalse(Layout.canPack(endless));
        assertEquals("any allows what packed worlds do not have",
                assertThrows(IllegalArgumentException.class, () -> new Layout(endless)).getMessage());
        assertFalse(Layout.canPack(world(Configuration.ALWAYS, p)));
    }
}
