package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.Script;

/** Scripts that between them do everything that can be done to a subject, and see everything that can be seen of one. */
final class ConformingScripts {
    static final ImmutableMap<String, Script> ALL = ImmutableMap.<String, Script>builder()
            .put("modules", NodeScripts::modules)
            .put("on-load", NodeScripts::onLoad)
            .put("residences-and-traits", NodeScripts::residencesAndTraits)
            .put("deaths", NodeScripts::deaths)
            .put("pauses", NodeScripts::pauses)
            .put("suspensions", NodeScripts::suspensions)
            .put("calls", NodeScripts::calls)
            .put("suspended-callers", NodeScripts::suspendedCallers)
            .put("spawned-on-a-fun", NodeScripts::spawnedOnAFun)
            .put("soft-then-hard", PurgerScripts::softThenHard)
            .put("priorities", PurgerScripts::priorities)
            .put("handshakes", PurgerScripts::handshakes)
            .put("handshakes-without-old-code", PurgerScripts::handshakesWithoutOldCode)
            .put("a-foreign-tester", PurgerScripts::foreignTester)
            .put("junk-and-forgeries", PurgerScripts::junk)
            .put("held", PurgerScripts::held)
            .put("stalled", PurgerScripts::stalled)
            .put("without-waiting", PurgerScripts::withoutWaiting)
            .put("the-purger-asks-itself", PurgerScripts::purgerAsksItself)
            .put("the-purger-is-killed", PurgerScripts::purgerIsKilled)
            .put("the-purger-kills-itself", PurgerScripts::purgerKillsItself)
            .build();

    private ConformingScripts() {
    }
}
