package dev.codepurger.model.world;

/** What a process can answer to the running check, and whether it can have answered. */
final class Answers {

    private Answers() {}

    /** Is there an answer that could be the next to be consumed, with so many requests of which it is open who got them? */
    static boolean isReady(Local local, int free) {
        return switch (local.ask()) {
            case NONE -> false;
            case LISTED, PERHAPS -> free > 0 && !local.paused() && local.answer().canBeNext();
            case ASKED -> !local.paused() && local.answer().canBeNext();
            case TRUE, FALSE -> local.answer().canBeNext();
        };
    }

    static boolean canBeTrue(World world, Local local, String module) {
        boolean open = local.ask() == Local.Ask.ASKED || local.ask() == Local.Ask.LISTED;
        return local.ask() == Local.Ask.TRUE || (open && world.refers(local, module));
    }

    static boolean canBeFalse(World world, Local local, String module) {
        return switch (local.ask()) {
            case NONE, TRUE -> false;
            case FALSE, PERHAPS -> true;
            case ASKED, LISTED -> !world.refers(local, module) || local.life() == Local.Life.DYING || local.life() == Local.Life.MORTAL;
        };
    }
}
