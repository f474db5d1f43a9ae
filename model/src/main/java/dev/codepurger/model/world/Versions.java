package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;

/**
 * Which versions of a module a set of worlds still knows, so that they can be counted anew: those below {@code from} that are in use keep their order,
 * and from there on each is that much lower. What a module will be loaded as next is above all of them.
 *
 * @param used those in use below {@code from}
 * @param from the least number of loads
 */
record Versions(ImmutableSortedSet<Integer> used, int from) {

    /** Would nothing change? */
    boolean isSame() {
        return used.size() >= from - 1;
    }

    /** What a version is called from now on. */
    int now(int version) {
        return version < from ? used.headSet(version, true).size() : version - from + used.size() + 1;
    }

    private Code now(Code code) {
        return new Code(now(code.version()), now(code.identity()), code.strange());
    }

    Module now(Module row) {
        return new Module(row.current() == null ? null : now(row.current()), row.old() == null ? null : now(row.old()),
                row.pending() == null ? null : now(row.pending()), row.failed(), row.aside() == null ? null : now(row.aside()),
                row.onLoadPurge(),
                row.purging(), row.offered(), now(row.loads()));
    }

    /** Those of a module that worlds know. */
    static Versions in(Collection<World> worlds, String module) {
        ImmutableSortedSet.Builder<Integer> all = ImmutableSortedSet.naturalOrder();
        int from = Integer.MAX_VALUE;
        for (World world : worlds) {
            Module row = world.module(module);
            from = Math.min(from, row.loads());
            for (Code code : new Code[]{row.current(), row.old(), row.pending(), row.aside()}) {
                if (code != null) {
                    all.add(code.version()).add(code.identity());
                }
            }
            world.funs.values().stream().filter(fun -> fun.module().equals(module)).forEach(fun -> all.add(fun.identity()));
            for (Group group : world.groups) {
                Instance in = group.local().in();
                if (in != null && in.module().equals(module)) {
                    all.add(in.version());
                }
            }
        }
        return new Versions(all.build().headSet(from), from);
    }

    /** Counts the versions of these modules anew. */
    static void count(Draft draft, ImmutableMap<String, Versions> anew) {
        anew.forEach((module, versions) -> draft.module(module, versions.now(draft.module(module))));
        if (!anew.isEmpty()) {
            draft.changeAll(local -> {
                Instance in = local.in();
                Versions versions = in == null ? null : anew.get(in.module());
                return in == null || versions == null ? local : local.in(new Instance(in.module(), versions.now(in.version())));
            });
            ImmutableMap.Builder<String, Fun> funs = ImmutableMap.builder();
            draft.funs.forEach((name, fun) -> {
                Versions versions = anew.get(fun.module());
                funs.put(name, versions == null ? fun : new Fun(fun.module(), versions.now(fun.identity())));
            });
            draft.funs = funs.buildOrThrow();
        }
    }
}
