package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.cases.Needs;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up programs: the same seed, kind and capabilities give the same program. */
final class Programs {
    static final ImmutableList<String> MODULES = ImmutableList.of("m", "n");
    /** What has on_load code; nobody else loads it, so that a finish always finds something pending. */
    static final String ON_LOAD = "k";
    static final String FUN = "f";
    private static final String LAST = "last";
    private static final int MAX_VICTIMS = 4;

    private final SplittableRandom random;
    private final ImmutableSet<Capability> capabilities;
    private final Roles roles;
    private final List<Stimulus> setup = new ArrayList<>();
    private final Map<String, ImmutableList<Act>> actors = new LinkedHashMap<>();
    private final List<String> victims = new ArrayList<>();
    private final List<String> speakers = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();

    private Programs(long seed, ImmutableSet<Capability> capabilities) {
        random = new SplittableRandom(seed);
        this.capabilities = capabilities;
        roles = new Roles(random, capabilities.contains(Capability.CHANGE_PRIO), victims, speakers, tests);
    }

    /** A program in which each of these has a part. */
    static Program of(long seed, List<Role> cast, ImmutableSet<Capability> capabilities) {
        return new Programs(seed, capabilities).make(cast);
    }

    private Program make(List<Role> cast) {
        modules();
        for (int i = 0; i < cast.size(); i++) {
            String name = cast.get(i).id() + (i + 1);
            speakers.add(name);
            setup.add(new Stimulus.Spawn(name, new Where.Nowhere()));
        }
        for (int i = 0; i < cast.size(); i++) {
            String name = speakers.get(i);
            actors.put(name, able(roles.acts(cast.get(i), name)));
        }
        return new Program(ImmutableList.copyOf(setup), ImmutableMap.copyOf(actors), ending());
    }

    /** Both modules have old code, mostly with somebody in it. */
    private void modules() {
        for (String module : MODULES) {
            setup.add(new Stimulus.Load(module, false));
            for (int i = random.nextInt(MAX_VICTIMS + 1); i > 0; i--) {
                String name = "v" + (victims.size() + 1);
                victims.add(name);
                setup.add(new Stimulus.Spawn(name, new Where.InModule(module, Residence.WAITING)));
            }
        }
        if (capabilities.contains(Capability.FUNS)) {
            setup.add(new Stimulus.MakeFun(FUN, MODULES.get(0)));
        }
        for (String module : MODULES) {
            if (random.nextInt(5) > 0) {
                setup.add(new Stimulus.Load(module, false));
            }
        }
    }

    /** What the subject can do of it. */
    private ImmutableList<Act> able(List<Act> acts) {
        return acts.stream().filter(act -> !(act instanceof Act.Do(var stimulus)) || capabilities.containsAll(Needs.of(stimulus)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Every test is answered, so that what was promised must have happened; then everything that can be asked is. */
    private ImmutableList<Stimulus> ending() {
        ImmutableList.Builder<Stimulus> ending = ImmutableList.builder();
        if (!tests.isEmpty()) {
            ending.add(new Stimulus.Spawn(LAST, new Where.Nowhere()));
        }
        for (String test : tests) {
            ending.add(new Stimulus.Continue(test, LAST), new Stimulus.Complete(test, LAST));
        }
        MODULES.forEach(module -> ending.add(new Stimulus.CheckOldCode(module)));
        victims.forEach(victim -> ending.add(new Stimulus.Alive(victim)));
        return ending.build();
    }
}
