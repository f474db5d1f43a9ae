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

    private final PurgeWorld system;
    private final Random random;
    private final List<Label> trace = new ArrayList<>();
    private World world;
    private int names;

    Walk(PurgeWorld system, long seed) {
        this.system = system;
        random = new Random(seed);
        world = system.initial();
        for (Stimulus first : List.of(new Stimulus.Load("m", false), new Stimulus.MakeFun("f", "m"), spawn("c", new Where.Nowhere()),
                spawn("t", new Where.Nowhere()), spawn("v1", inM()), spawn("v2", inM()), spawn("v3", inM()),
                new Stimulus.Load("m", false))) {
            act(first);
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
                    world = next.get(random.nextInt(next.size()));
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
            List<World> next = system.after(world, seen);
            world = next.get(random.nextInt(next.size()));
            trace.add(seen);
        }
    }

    private void act(Stimulus stimulus) {
        List<Outcome> outcomes = system.respond(world, stimulus);
        if (!outcomes.isEmpty()) {
            Outcome outcome = outcomes.get(random.nextInt(outcomes.size()));
            world = outcome.world();
            trace.add(new Label.Did(stimulus, outcome.response()));
        }
    }

    private Stimulus stimulus() {
        String module = pick(MODULES);
        String process = pick(PROCESSES);
        String name = "x" + ++names;
        return switch (random.nextInt(28)) {
            case 0 -> new Stimulus.Load(module, random.nextInt(4) == 0);
            case 1 -> new Stimulus.Delete(module);
            case 2 -> new Stimulus.BeginOnLoad(module);
            case 3 -> new Stimulus.Offer(module);
            case 4 -> new Stimulus.CheckOldCode(module);
            case 5 -> spawn(name, new Where.InModule(module, pick(List.of(Residence.values()))));
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
            case 21 -> new Stimulus.TestPurge("r" + random.nextInt(3), module, pick(List.of(TestType.values())), process);
            case 22 -> new Stimulus.Continue("r" + random.nextInt(3), process);
            case 23 -> new Stimulus.Complete("r" + random.nextInt(3), process);
            case 24 -> new Stimulus.Junk(pick(List.of(JunkKind.values())));
            case 25 -> random.nextBoolean() ? new Stimulus.Hold() : new Stimulus.Release();
            case 26 -> random.nextBoolean() ? new Stimulus.StallPrepare() : new Stimulus.Unstall();
            default -> random.nextInt(4) == 0 ? new Stimulus.FinishAfterOnLoad(name, module, random.nextBoolean(), process)
                    : random.nextBoolean() ? new Stimulus.ForgeDown(process) : new Stimulus.ForgeCheckReply(process, random.nextBoolean());
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
