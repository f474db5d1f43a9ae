package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What there may be in a node that was not watched from its beginning. A module that nobody has spoken of may have code, and code of before may have
 * processes in it that nobody knows. What of it is there is decided when it first makes a difference: of a module when it is first spoken of, of the
 * processes in its code when they are first asked, and of a process when it is first named.
 */
final class Strangers {

    /** Those whom nobody knows have numbers from here on, so that the others have the same numbers whether they are there or not. */
    private static final int FIRST = 1 << 28;
    private static final String SOMEBODY = "(somebody ";

    /** Where a process of before is, as long as nobody has asked. */
    private static final Instance SOMEWHERE = new Instance("", 0);
    /** The same of one who has left that since: in the current code of a module that nobody has spoken of. */
    private static final Instance IN_SOME_CURRENT = new Instance("", 1);
    private static final Instance NOWHERE = new Instance("", 2);

    /** The rest from which such a node is told is one where nothing is loaded half, marked or set aside, but for code whose on_load function runs. */
    private static final List<Module> ROWS = rows();

    private Strangers() {}

    private static List<Module> rows() {
        List<Module> rows = new ArrayList<>();
        Code newer = new Code(-1, -1, true);
        Code older = new Code(-2, -2, true);
        Code pending = new Code(0, 0, true);
        for (boolean onLoad : new boolean[]{false, true}) {
            rows.add(row(null, null, onLoad ? pending : null));
            rows.add(row(newer, null, onLoad ? pending : null));
            rows.add(row(null, newer, onLoad ? pending : null));
            if (!onLoad) {
                rows.add(row(newer, older, null));
            }
        }
        return List.copyOf(rows);
    }

    private static Module row(@Nullable Code current, @Nullable Code old, @Nullable Code pending) {
        return new Module(current, old, pending, false, null, false, false, false, 0);
    }

    /** What a module may be that is spoken of for the first time. */
    static void speakOf(Draft draft, String module) {
        Module row = draft.rules.branching().pick(ROWS);
        draft.module(module, row);
        Code current = row.current();
        if (current != null) {
            settle(draft, IN_SOME_CURRENT, new Instance(module, current.version()));
        }
    }

    /** Whoever may be anywhere makes a fully qualified call: then it is in the current code of some module, or in none. */
    static @Nullable Instance leave(Draft draft) {
        List<Instance> places = new ArrayList<>(List.of(NOWHERE, IN_SOME_CURRENT));
        draft.modules.forEach((name, row) -> {
            Code current = row.current();
            if (current != null && !name.equals(World.PURGER_MODULE)) {
                places.add(new Instance(name, current.version()));
            }
        });
        Instance place = draft.rules.branching().pick(places);
        return place.equals(NOWHERE) ? null : place;
    }

    /** Those who are at one of the places that are no place may have been in this code. */
    private static void settle(Draft draft, Instance place, Instance in) {
        for (Group group : List.copyOf(draft.groups)) {
            if (place.equals(group.local().in())) {
                int there = upTo(draft, group.count());
                if (there > 0) {
                    draft.changeSome(group.pid(), group.local(), group.local().in(in), there);
                }
            }
        }
    }

    /** Is it at a place that is no place? */
    static boolean isUnknown(Instance in) {
        return in.module().isEmpty();
    }

    static boolean isSomewhere(Instance in) {
        return SOMEWHERE.equals(in);
    }

    /** Those in the module's old code are asked: whoever is in it from before is there from now on. */
    static void meet(Draft draft, String module) {
        Module row = draft.module(module);
        Code old = row.old();
        if (old == null || !old.strange()) {
            return;
        }
        draft.module(module, row.knowingOld());
        Instance in = new Instance(module, old.version());
        settle(draft, SOMEWHERE, in);
        int unknown = upTo(draft, draft.settings.gaps().strangers());
        if (unknown > 0) {
            ImmutableMap.Builder<String, Integer> members = ImmutableMap.builder();
            int first = FIRST;
            while (draft.crowds.containsKey(crowd(first))) {
                first += draft.settings.gaps().strangers();
            }
            for (int i = 0; i < unknown; i++) {
                members.put(SOMEBODY + (first - FIRST + i + 1) + ")", 2 * (first + i));
            }
            Pid crowd = crowd(first);
            draft.crowds = Draft.with(draft.crowds, crowd, Crowd.of(members.buildOrThrow()));
            Groups.add(draft.groups, new Group(crowd, fresh(draft, in), unknown));
        }
    }

    private static Pid crowd(int first) {
        return new Pid(2 * first + 1, "somebody");
    }

    static boolean isStranger(String name) {
        return name.startsWith(SOMEBODY);
    }

    private static int upTo(Draft draft, int most) {
        return draft.rules.branching().pick(IntStream.rangeClosed(0, most).boxed().toList());
    }

    private static Local fresh(Draft draft, Instance in) {
        return draft.settings.hides(Unseen.DEATHS) ? Local.fresh(in).mortal() : Local.fresh(in);
    }

    /** One who is named for the first time, and may have been there before; null if he was not. */
    static Naming.@Nullable Named name(Draft draft, World world, String name) {
        List<String> others = new ArrayList<>();
        draft.crowds.values().forEach(crowd -> {
            String first = crowd.names().iterator().next();
            if (isStranger(first)) {
                others.add(first);
            }
        });
        // By its number alone it is told from others, so it has the same one in every world, also where it is not there.
        Pid pid = new Pid(2 * ++draft.spawned, name);
        int choice = draft.rules.branching().pick(IntStream.rangeClosed(0, others.size() + 1).boxed().toList());
        if (choice < others.size()) {
            return Naming.name(draft, world, others.get(choice), pid);
        }
        if (choice > others.size()) {
            return null;
        }
        Local local = fresh(draft, SOMEWHERE);
        Groups.add(draft.groups, new Group(pid, local, 1));
        return new Naming.Named(pid, local);
    }
}
