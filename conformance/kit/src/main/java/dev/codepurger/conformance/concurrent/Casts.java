package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Who takes part in the programs of the suite. Few at a time: the orders to be looked through grow with every one. */
final class Casts {

    private Casts() {
    }

    static ImmutableList<List<Role>> all() {
        return ImmutableList.of(List.of(Role.CLIENT, Role.CLIENT, Role.LOADER), List.of(Role.CLIENT, Role.TESTER, Role.SCHEDULER),
                List.of(Role.TESTER, Role.TESTER, Role.CLIENT), List.of(Role.CLIENT, Role.KILLER, Role.TESTER),
                List.of(Role.CODE_SERVER, Role.CLIENT, Role.STRANGER), List.of(Role.CLIENT, Role.SCHEDULER, Role.LOADER),
                List.of(Role.CLIENT, Role.CLIENT, Role.CLIENT, Role.STRANGER));
    }
}
