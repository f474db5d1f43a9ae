package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.oracle.PurgeOracle;
import dev.codepurger.model.oracle.Verdict;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import org.junit.jupiter.api.Test;

class PurgeLogTest {
    @Test
    void nothingIllegalIsInTheLog() {
        PurgeOracle oracle = PurgeOracle.of(Profile.SEED, OracleOptions.DEFAULT);
        for (Label event : OurPurger.log()) {
            oracle = oracle.observe(event);
            assertEquals(Verdict.CONFORMS, oracle.verdict(), event.toString());
        }
    }
}
