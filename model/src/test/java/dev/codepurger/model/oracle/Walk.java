package dev.codepurger.model.oracle;

import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A random walk through the model: what a right subject could show to a harness that does anything. */
final class Walk {
    private static final List<String> MODULES = List.of("m", "n");
    private static final List<String> PROCESSES = List.of("c", "t", "v1", "v2", "v3");
    private static final List<String> VICTIMS = List.of("v1", "v2", "v3", "v4");

    /** What the harness likes to do. */
    enum Habit {
        /** Anything. */
        ANYTHING,
        /** To pause and to let go, while a check is open. */
        PAUSING
    }

    private final PurgeWorld system;
    private final Random random;
    private final Habit habit;
    private final List<Label> trace = new ArrayList<>();
    private World world;
    private int names;

    Walk(PurgeWorld system, long seed) {
        this(system, seed, Habit.ANYTHING);
    }

    Walk(PurgeWorld system, long seed, Habit habit) {
        this.system = system;
        this.habit = habit;
        random = new Random(seed);
        world = system.initial();
        for (Stimulus first : List.of(new Stimulus.Load("m", false), new Stimulus.MakeFun("f", "m"), spawn("c", new Where.Nowhere()),
                spawn("t", new Where.Nowhere()), spawn("v1", inM()), spawn("v2", inM()), spawn("v3", inM()),
                habit == Habit.PAUSING ? spawn("v4", inM()) : new Stimulus.CheckOldCode("n"), new Stimulus.Load("m", false))) {
            act(first);
        }
        if (habit == Habit.PAUSING) {
            openCheck();
        }
    }

    /** A hard purge with some victims paused, which has come to rest. */
    private void openCheck() {
        act(new Stimulus.BeginOnLoad("n"));
        for (String victim : VICTIMS) {
            if (random.nextInt(4) > 0) {
                act(new Stimulus.Pause(victim));
            }
        }
        act(random.nextInt(4) == 0 ? new Stimulus.SoftPurge("first", "m", "c") : new Stimulus.Purge("first", "m", "c"));
        while (trace.stream().noneMatch(Label.Quiet.class::isInstance)) {
            List<World> next = system.internal(world);
            if (next.isEmpty() || random.nextInt(4) == 0) {
                see();
            } else {
                world = any(next);
            }
        }
    }

    private static Stimulus spawn(String name, Where where) {
        return new Stimulus.Spawn(name, where);
    }

    private static Where inM() {
        return new Where.InModule("m", Residence.WAITING);
    }

    /** Walks {@code steps} steps, showing each world on the way, and returns the trace. */
    List<Label> take(int steps, Consumer<World> visitor) {
        for (int i = 0; i < steps; i++) {
            visitor.accept(world);
            int kind = random.nextInt(10);
            if (kind < 3) {
                act(stimulus());
            } else if (kind < 6) {
                List<World> next = system.internal(world);
                if (!next.isEmpty()) {
                    world = any(next);
                }
            } else {
                see();
            }
        }
        return List.copyOf(trace);
    }

    private void see() {
        List<Label> outputs = system.outputs(world);
        if (!outputs.isEmpty()) {
            Label seen = outputs.get(random.nextInt(outputs.size()));
            world = any(system.after(world, seen));
            trace.add(seen);
        }
    }

    private void act(Stimulus stimulus) {
        List<Outcome> outcomes = system.respond(world, stimulus);
        if (!outcomes.isEmpty()) {
            Outcome outcome = any(outcomes);
            world = outcome.world();
            trace.add(new Label.Did(stimulus, outcome.response()));
        }
    }

    private Stimulus stimulus() {
        return habit == Habit.PAUSING && random.nextInt(5) > 0 ? pausing(any(VICTIMS)) : anything();
    }

    private Stimulus pausing(String victim) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> new Stimulus.Resume(victim);
            case 4, 5 -> new Stimulus.Pause(victim);
            case 6 -> new Stimulus.Alive(victim);
            case 7 -> new Stimulus.Hold();
            case 8 -> new Stimulus.Release();
            case 9 -> random.nextBoolean() ? new Stimulus.StallPrepare() : new Stimulus.Unstall();
            case 10 -> random.nextBoolean() ? new Stimulus.Leave(victim) : new Stimulus.Exit(victim);
            default -> new Stimulus.FinishAfterOnLoad("x" + ++names, "n", true, "c");
        };
    }

    private Stimulus anything() {
        String module = any(MODULES);
        String process = any(PROCESSES);
        String name = "x" + ++names;
        return switch (random.nextInt(28)) {
            case 0 -> new Stimulus.Load(module, random.nextInt(4) == 0);
            case 1 -> new Stimulus.Delete(module);
            case 2 -> new Stimulus.BeginOnLoad(module);
            case 3 -> new Stimulus.Offer(module);
            case 4 -> new Stimulus.CheckOldCode(module);
            case 5 -> spawn(name, new Where.InModule(module, any(List.of(Residence.values()))));
            case 6 -> spawn(name, new Where.InOnLoad(module));
            case 7 -> spawn(name, new Where.OnFun("f"));
            case 8 -> new Stimulus.Leave(process);
            case 9 -> new Stimulus.Exit(process);
            case 10 -> new Stimulus.Kill(process);
            case 11 -> new Stimulus.Alive(process);
            case 12 -> new Stimulus.Pause(process);
            case 13 -> new Stimulus.Resume(process);
            case 14 -> new Stimulus.Suspend(process);
            case 15 -> new Stimulus.Unsuspend(process);
            case 16 -> new Stimulus.CallFun(name, process, "f");
            case 17 -> new Stimulus.Call(name, process, module);
            case 18, 19 -> new Stimulus.Purge(name, module, process);
            case 20 -> new Stimulus.SoftPurge(name, module, process);
            case 21 -> new Stimulus.TestPurge("r" + random.nextInt(3), module, any(List.of(TestType.values())), process);
            case 22 -> new Stimulus.Continue("r" + random.nextInt(3), process);
            case 23 -> new Stimulus.Complete("r" + random.nextInt(3), process);
            case 24 -> new Stimulus.Junk(any(List.of(JunkKind.values())));
            case 25 -> random.nextBoolean() ? new Stimulus.Hold() : new Stimulus.Release();
            case 26 -> random.nextBoolean() ? new Stimulus.StallPrepare() : new Stimulus.Unstall();
            default -> random.nextInt(4) == 0 ? new Stimulus.FinishAfterOnLoad(name, module, random.nextBoolean(), process)
                    : random.nextBoolean() ? new Stimulus.ForgeDown(process) : new Stimulus.ForgeCheckReply(process, random.nextBoolean());
        };
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
