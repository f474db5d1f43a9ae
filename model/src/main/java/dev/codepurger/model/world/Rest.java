package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Quiescence as somebody sees it who does not see all. What has happened unseen by then has happened: whoever is dying is dead; and somebody else may have
 * killed those without whose death there would be no rest, or whose death could be told from their life later.
 */
final class Rest {

    private Rest() {}

    /** All that somebody who asks could see. */
    static Set<Label.Quiet> possible(World world, Settings settings) {
        Set<Label.Quiet> found = new LinkedHashSet<>();
        for (World near : near(world, settings)) {
            Label.Quiet quiet = of(near, settings);
            if (quiet != null && !settings.hides(Unseen.QUIET)) {
                found.add(quiet);
            }
        }
        return found;
    }

    /** The worlds that were seen to be quiet in this way. */
    static List<World> after(World world, Settings settings, Label.Quiet seen) {
        List<World> found = new ArrayList<>();
        for (World near : near(world, settings)) {
            if (seen.equals(of(near, settings))) {
                found.addAll(Quiescence.after(near, settings));
            }
        }
        return found;
    }

    private static Label.@Nullable Quiet of(World near, Settings settings) {
        Label.Quiet quiet = Quiescence.of(view(near, settings), settings);
        return quiet != null && settings.hides(Unseen.SUSPENSIONS) ? new Label.Quiet(quiet.kind(), ImmutableSortedSet.of()) : quiet;
    }

    /** The world in which nobody else does anything more: who could be killed is not, and who could be suspended is, for he might have more to say. */
    private static World view(World near, Settings settings) {
        boolean suspensions = settings.hides(Unseen.SUSPENSIONS);
        if (!suspensions && !settings.hides(Unseen.DEATHS)) {
            return near;
        }
        return near.changed(settings, draft -> draft.changeAll(local -> suspensions ? local.staying().suspended(true) : local.staying()));
    }

    private static List<World> near(World world, Settings settings) {
        return world.nodeDown() || !settings.hides(Unseen.DEATHS) ? List.of(world) : Step.all(world, settings, draft -> {
            for (Group group : world.groups) {
                int dead = group.local().paused() ? 0 : deaths(draft, world, group);
                for (int i = 0; i < dead; i++) {
                    Deaths.die(draft, group.pid(), group.local());
                }
            }
        });
    }

    /** How many of these have died by now. */
    private static int deaths(Draft draft, World world, Group group) {
        return switch (group.local().life()) {
            case ALIVE, DEAD -> 0;
            case DYING -> group.count();
            case MORTAL -> {
                if (hasMoreToSay(draft, world, group)) {
                    yield group.count();
                }
                yield canBeToldApart(draft, group.local())
                        ? draft.rules.branching().pick(IntStream.rangeClosed(0, group.count()).boxed().toList())
                        : 0;
            }
        };
    }

    private static boolean hasMoreToSay(Draft draft, World world, Group group) {
        return !draft.settings.hides(Unseen.SUSPENSIONS) && (Calls.isDue(group.local())
                || (group.local().acts() && world.pending.stream().anyMatch(pending -> pending.to().equals(group.pid()))));
    }

    private static boolean canBeToldApart(Draft draft, Local local) {
        return (Calls.isBlocked(local) && !draft.settings.hides(Unseen.SUSPENSIONS)) || local.watch() != Local.Watch.NONE
                || (draft.held && local.ask() != Local.Ask.NONE);
    }
}
