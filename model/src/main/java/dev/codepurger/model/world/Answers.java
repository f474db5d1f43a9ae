package dev.codepurger.model.world;

/** What a process can answer to the running check, and whether it can have answered. */
final class Answers {

  private Answers() {}

  /** Is there an answer that could be the next to be consumed? */
  static boolean isReady(Local local) {
    return switch (local.ask()) {
      case NONE -> false;
      case ASKED -> !local.paused() && local.answer().canBeNext();
      case TRUE, FALSE -> local.answer().canBeNext();
    };
  }

  static boolean canBeTrue(World world, Local local, String module) {
    return local.ask() == Local.Ask.TRUE || (local.ask() == Local.Ask.ASKED && world.refers(local, module));
  }

  static boolean canBeFalse(World world, Local local, String module) {
    return switch (local.ask()) {
      case NONE, TRUE -> false;
      case FALSE -> true;
      case ASKED -> !world.refers(local, module) || local.life() == Local.Life.DYING;
    };
  }
}
