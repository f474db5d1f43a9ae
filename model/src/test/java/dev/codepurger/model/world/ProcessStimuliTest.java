package dev.codepurger.model.world;

import static dev.codepurger.model.world.MadeWorlds.SETTINGS;
import static dev.codepurger.model.world.MadeWorlds.add;
import static dev.codepurger.model.world.MadeWorlds.asked;
import static dev.codepurger.model.world.MadeWorlds.check;
import static dev.codepurger.model.world.MadeWorlds.inCurrent;
import static dev.codepurger.model.world.MadeWorlds.inOld;
import static dev.codepurger.model.world.MadeWorlds.local;
import static dev.codepurger.model.world.MadeWorlds.nowhere;
import static dev.codepurger.model.world.MadeWorlds.world;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Message;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the harness does to processes of which it is open how far they are. */
class ProcessStimuliTest {
    private static final Window BEHIND = Window.after(1);

    private static World with(Local local) {
        return world(draft -> {
            add(draft, "x", local);
            draft.mailbox = ImmutableList.of(new Message.ExitSignal());
        });
    }

    private static Local killed(Local local) {
        List<Outcome> outcomes = new PurgeWorld(SETTINGS).respond(with(local), new Stimulus.Kill("x"));
        assertEquals(1, outcomes.size());
        return local(outcomes.get(0).world(), "x");
    }

    @Test
    @DisplayName("the death of somebody who is monitored is told behind the messages that are there by now")
    void deathsAreToldLater() {
        Local watched = nowhere().watch(Local.Watch.KILL, Window.ANY);
        assertEquals(watched.watch(Local.Watch.KILL, BEHIND).dying(Local.Reason.KILLED), killed(watched));
        assertEquals(nowhere().dying(Local.Reason.KILLED), killed(nowhere()), "nobody is told of this one");
    }

    private static Set<Response> spawnAgain(Settings settings) {
        World world = with(nowhere().dying(Local.Reason.NORMAL));
        return new PurgeWorld(settings).respond(world, new Stimulus.Spawn("x", new Stimulus.Where.Nowhere())).stream()
                .map(Outcome::response).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("the name of somebody who is dying is free again only where his death is not seen")
    void theNameOfTheDying() {
        assertEquals(Set.of(Response.NO_EFFECT), spawnAgain(SETTINGS));
        assertEquals(Set.of(Response.NO_EFFECT, Response.OK), spawnAgain(SETTINGS.missing(Gaps.of(Unseen.DEATHS))));
    }

    /** What may have become of one of two that are listed, when it is paused. */
    private static Set<Local> paused(Local local) {
        World world = with(asked(local, Local.Ask.LISTED)).changed(SETTINGS, draft -> {
            add(draft, "y", asked(inCurrent(), Local.Ask.LISTED));
            draft.phase = check(1, 1);
        });
        return new PurgeWorld(SETTINGS).respond(world, new Stimulus.Pause("x")).stream()
                .map(outcome -> local(outcome.world(), "x").paused(false)).collect(Collectors.toSet());
    }

    @Test
    @DisplayName("who is listed may have answered before it is paused; if not, an answer of true comes behind the messages of by now")
    void whoIsListedMayHaveAnswered() {
        assertEquals(Set.of(inOld().ask(Local.Ask.LISTED, BEHIND), asked(inOld(), Local.Ask.TRUE)), paused(inOld()));
        assertEquals(Set.of(asked(inCurrent(), Local.Ask.LISTED), asked(inCurrent(), Local.Ask.FALSE)), paused(inCurrent()));
    }
}
