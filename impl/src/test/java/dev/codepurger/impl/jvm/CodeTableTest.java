package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.impl.kernel.Effect;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the purger never asks for. */
class CodeTableTest {
    private final List<Effect> effects = new ArrayList<>();
    private final CodeTable table = new CodeTable(new Recorder(observation -> {}, effects::add));

    @Test
    void withoutAnOnLoadThatFailedThereIsNothingToPrepare() {
        assertEquals(Response.OK, table.beginOnLoad("m"));
        assertFalse(table.prepareOnLoad("m"));
        assertFalse(table.hasOld("m"));
        table.finishAfterOnLoad("m", false);
        assertTrue(table.prepareOnLoad("m"));
        assertTrue(table.hasOld("m"));
        assertEquals(new Effect.PreparedOnLoad("m", false), effects.get(0));
    }
}
