package dev.codepurger.model.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.KillState;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Saved;
import dev.codepurger.spec.Rule;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a check when it ends. */
class SessionsTest {
    private static final Settings OBEYED = Settings.of(Profile.SEED);
    private static final Settings RELAXED = OBEYED.relaxing(Rule.CHECK_3);
    private static final Pid VICTIM = new Pid(2, "v");
    private static final Phase CHECK = new Phase.Check(new Message.Purge("m", new Pid(4, "c"), "r"), true, 1, 0, false, KillState.NONE,
            Phase.Tester.NONE, Saved.NOTHING);

    /** A check of module m, whose old code is version 1, and v in one of its versions. */
    private static World check(Local.Ask ask, int version) {
        return new PurgeWorld(OBEYED).initial().changed(OBEYED, draft -> {
            draft.module("m", Module.UNKNOWN.load(false).load(false));
            draft.groups.add(new Group(VICTIM, Local.fresh(new Instance("m", version)).ask(ask, Window.ANY), 1));
            draft.phase = CHECK;
        });
    }

    private static Local after(World world, Settings settings, Phase next) {
        return world.changed(settings, draft -> Sessions.enter(draft, next)).locals(VICTIM).get(0);
    }

    @ParameterizedTest
    @CsvSource({"NONE, 1, NONE", "TRUE, 2, TRUE", "FALSE, 1, FALSE", "PERHAPS, 1, FALSE", "ASKED, 1, TRUE", "ASKED, 2, FALSE",
            "LISTED, 1, TRUE", "LISTED, 2, FALSE"})
    @DisplayName("where CHECK-3 is relaxed an answer still to come says whether its process refers to the old code, or what was answered")
    void staleAnswersAreKeptInMind(Local.Ask ask, int version, Local.Stale stale) {
        Local left = after(check(ask, version), RELAXED, new Phase.WaitForRequest());
        assertEquals(stale, left.stale());
        assertEquals(Local.Ask.NONE, left.ask());
    }

    @ParameterizedTest
    @CsvSource({"ASKED", "TRUE", "FALSE"})
    @DisplayName("where CHECK-3 is obeyed nothing is kept in mind")
    void staleAnswersAreForgotten(Local.Ask ask) {
        assertEquals(Local.fresh(new Instance("m", 1)), after(check(ask, 1), OBEYED, new Phase.WaitForRequest()));
    }

    @Test
    @DisplayName("a check that goes on has not ended")
    void aCheckGoesOn() {
        assertEquals(Local.Ask.ASKED, after(check(Local.Ask.ASKED, 1), RELAXED, CHECK).ask());
    }

    @Test
    @DisplayName("whoever is told of the purger's death is told why it died")
    void theEndOfThePurgerIsTold() {
        World world = check(Local.Ask.NONE, 1);
        World dead = world.changed(OBEYED, draft -> Sessions.enter(draft, new Phase.Terminated("badarg")));
        assertEquals(ImmutableList.of(new Pending(World.PURGER, false, new Label.PurgerDown("badarg"))), dead.pending);
        assertEquals(ImmutableList.of(), world.changed(OBEYED, draft -> Sessions.enter(draft, new Phase.Hung())).pending);
    }
}
