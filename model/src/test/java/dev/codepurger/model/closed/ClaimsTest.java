package dev.codepurger.model.closed;

import static dev.codepurger.spec.Rule.*;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.model.explore.Explorer;
import dev.codepurger.model.explore.Finding;
import dev.codepurger.model.explore.Property;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.spec.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No claim holds whatever the purger does. */
class ClaimsTest {

    /** A mistake that shows, where it is not that of the rule itself: these rules decide nothing here, or nothing that the claim sees. */
    private static final Map<Rule, Rule> SHOWN_BY = Map.of(MODULE_4, PURGE_5, ONLOAD_4, ONLOAD_2, LIVE_5, KILL_6);

    static List<String> claims() {
        return Claims.of(Configurations.all().get(0)).stream().filter(claim -> !(claim instanceof Property.Reachable))
                .map(Property::name).toList();
    }

    @ParameterizedTest
    @MethodSource("claims")
    @DisplayName("a purger that need not obey a rule breaks the claim that follows from it, in some world")
    void canFail(String claim) {
        Rule rule = Arrays.stream(Rule.values()).filter(one -> one.id().equals(claim)).findFirst().orElseThrow();
        Rule relaxed = SHOWN_BY.getOrDefault(rule, rule);
        assertTrue(Configurations.all().stream().anyMatch(world -> breaks(world, claim, relaxed)), claim + " with " + relaxed.id());
    }

    private static boolean breaks(Configuration world, String claim, Rule relaxed) {
        return new Explorer<>(new ClosedWorld(world, Profile.HARDENED, Set.of(relaxed)), (Move move) -> move.kind().mustHappen(),
                Claims.of(world), 20_000).explore().findings().stream().filter(finding -> !finding.holds())
                .map(Finding::property).anyMatch(property -> property.name().equals(claim));
    }
}
