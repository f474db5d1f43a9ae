package dev.codepurger.impl.jvm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GateTest {
    private final Core core = new Core(new Recorder(observation -> {}, null), made -> new SeededScheduler(made, 1),
            UnaryOperator.identity());
    private final Activity activity = new Activity();
    private final Gate gate = new Gate(core, activity);

    @Test
    void aGateThatStandsOpenLetsThrough() {
        gate.pass();
        assertFalse(gate.isWaiting());
    }

    @Test
    void nobodyIsKeptByAShutGateOnceThePurgerIsDown() {
        gate.shut();
        core.close();
        gate.pass();
        assertFalse(gate.isWaiting());
        assertTrue(gate.isShut());
    }
}
