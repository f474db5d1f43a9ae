package dev.codepurger.model.world;

import dev.codepurger.model.purger.Phase;

/** Whether a signal of the running check has been lost already: a relaxed model loses one, for one is enough to wait for ever. */
final class Losses {

    private Losses() {}

    static boolean ofAnswers(World world) {
        int asked = world.groups.stream().filter(g -> g.local().ask() != Local.Ask.NONE).mapToInt(Group::count).sum();
        return world.phase instanceof Phase.Check check && check.unanswered() > asked;
    }

    static boolean ofDowns(World world) {
        int watched = world.groups.stream().filter(g -> g.local().watch() == Local.Watch.KILL).mapToInt(Group::count).sum();
        return world.phase instanceof Phase.Check check && check.kill().outstanding().size() > watched;
    }
}
