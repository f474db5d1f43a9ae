package dev.codepurger.model.world;

import dev.codepurger.model.purger.Pid;

/** {@code count} processes that go by one pid and are in one state: interchangeable ones are counted, not named. */
record Group(Pid pid, Local local, int count) {}
