package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModuleTest {
    private static final Module ONE = Module.UNKNOWN.load(false);
    private static final Module TWO = ONE.load(false);

    @Test
    void versionsAreCountedFromOne() {
        assertEquals(new Code(1, 1), ONE.current());
        assertNull(ONE.old());
        assertEquals(new Code(2, 2), TWO.current());
        assertEquals(new Code(1, 1), TWO.old());
        assertEquals(new Code(3, 3), TWO.prepare().complete().load(false).current());
    }

    @Test
    void identicalCodeIsANewInstanceOfTheSame() {
        assertEquals(new Code(2, 1), ONE.load(true).current());
        assertEquals(new Code(1, 1), Module.UNKNOWN.load(true).current());
        assertEquals(new Code(2, 1), ONE.delete().load(true).current());
        assertEquals(new Code(3, 2), TWO.prepare().complete().load(true).current());
    }

    @Test
    void deletedCodeIsOld() {
        Module deleted = ONE.delete();
        assertNull(deleted.current());
        assertEquals(new Code(1, 1), deleted.old());
        assertEquals(new Code(1, 1), deleted.load(false).old());
        assertEquals(new Code(2, 2), deleted.load(false).current());
    }

    @Test
    void keptCodeBecomesCurrent() {
        Module pending = ONE.beginOnLoad();
        assertEquals(new Code(1, 1), pending.current());
        assertEquals(new Code(2, 2), pending.pending());
        assertEquals(new Module(new Code(2, 2), new Code(1, 1), null, false, null, false, false, false, 2), pending.keepOnLoad());
        assertEquals(new Code(1, 1), ONE.delete().beginOnLoad().keepOnLoad().old());
    }

    @Test
    void failedCodeTakesThePlaceOfTheOldCode() {
        Module purged = ONE.delete().beginOnLoad().failOnLoad().prepareOnLoad();
        assertEquals(new Module(null, new Code(2, 2), null, false, new Code(1, 1), true, true, false, 2), purged);
        assertEquals(new Module(null, new Code(1, 1), null, false, null, false, false, false, 2), purged.complete());
    }

    @Test
    void theMarkIsSetAndTakenAway() {
        assertEquals(new Module(new Code(2, 2), new Code(1, 1), null, false, null, false, true, false, 2), TWO.prepare());
        assertEquals(TWO, TWO.prepare().abort());
        assertEquals(new Module(new Code(2, 2), null, null, false, null, false, false, false, 2), TWO.prepare().complete());
        assertEquals(new Module(null, null, null, false, null, false, false, true, 0), Module.UNKNOWN.offer());
    }

    @Test
    @DisplayName("who is in old code of before is known once, and changes nothing else")
    void knowingOld() {
        Module strange = new Module(new Code(1, 1), new Code(-1, -1, true), null, false, null, false, true, true, 1);
        assertEquals(new Module(new Code(1, 1), new Code(-1, -1), null, false, null, false, true, true, 1), strange.knowingOld());
        assertEquals(TWO, TWO.knowingOld());
        assertEquals(ONE, ONE.knowingOld(), "there is no old code");
    }
}
