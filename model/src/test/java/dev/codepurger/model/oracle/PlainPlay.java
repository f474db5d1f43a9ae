package dev.codepurger.model.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Outcome;
import dev.codepurger.model.world.PurgeWorld;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Settings;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import dev.codepurger.model.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What actors can have done and seen who overlap, played by the model. */
final class PlainPlay {
    static final PurgeWorld SYSTEM = new PurgeWorld(Settings.of(Profile.SEED.withKillLimit(2)));

    private final Random random;
    private final List<Label> trace = new ArrayList<>();
    private final List<String> actors = new ArrayList<>();
    private World world = SYSTEM.initial();
    private int names;

    PlainPlay(long seed) {
        random = new Random(seed);
        act("harness", new Stimulus.Load("m", false));
        act("harness", new Stimulus.Load("n", false));
        for (String name : List.of("c", "d")) {
            act("harness", new Stimulus.Spawn(name, new Where.Nowhere()));
        }
        for (String name : List.of("v1", "v2", "v3").subList(0, random.nextInt(4))) {
            act("harness", new Stimulus.Spawn(name, new Where.InModule("m", Residence.WAITING)));
        }
        if (random.nextInt(4) > 0) {
            act("harness", new Stimulus.Load("m", false));
        }
    }

    History played(int steps) {
        for (int i = 0; i < steps; i++) {
            int kind = random.nextInt(10);
            if (kind < 4) {
                act("actor" + random.nextInt(3), stimulus());
            } else if (kind < 7) {
                goOn();
            } else {
                see();
            }
        }
        while (!(trace.getLast() instanceof Label.Quiet)) {
            goOn();
            see();
        }
        if (random.nextInt(3) > 0) {
            tamper();
        }
        return history();
    }

    private void goOn() {
        List<World> next = SYSTEM.internal(world);
        world = next.isEmpty() ? world : any(next);
    }

    private void see() {
        List<Label> outputs = SYSTEM.outputs(world);
        if (!outputs.isEmpty()) {
            Label seen = any(outputs);
            world = any(SYSTEM.after(world, seen));
            trace.add(seen);
            actors.add("subject");
        }
    }

    private void act(String actor, Stimulus stimulus) {
        List<Outcome> outcomes = SYSTEM.respond(world, stimulus);
        Outcome outcome = any(outcomes);
        world = outcome.world();
        trace.add(new Label.Did(stimulus, outcome.response()));
        actors.add(actor);
    }

    private Stimulus stimulus() {
        String module = any(List.of("m", "m", "n"));
        String process = any(List.of("v1", "v2", "v3", "c", "p1", "p2"));
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Stimulus.Load(module, false);
            case 2, 3, 4, 5 -> new Stimulus.Purge("r" + ++names, module, any(List.of("c", "d", "v1")));
            case 6 -> new Stimulus.SoftPurge("r" + ++names, module, any(List.of("c", "d")));
            case 7 -> new Stimulus.CheckOldCode(module);
            case 8 -> new Stimulus.Spawn("p" + (1 + random.nextInt(3)), new Where.InModule(module, Residence.WAITING));
            case 9 -> new Stimulus.Exit(process);
            case 10 -> new Stimulus.Kill(process);
            default -> new Stimulus.Alive(process);
        };
    }

    /** Makes one thing of it untrue, or perhaps not. */
    private void tamper() {
        int at = random.nextInt(trace.size() - 1);
        Label label = trace.get(at);
        if (random.nextInt(4) == 0 && label instanceof Label.Observation) {
            trace.add(random.nextInt(trace.size() - 1), trace.remove(at));
            actors.add(trace.indexOf(label), actors.remove(at));
            return;
        }
        trace.set(at, switch (label) {
            case Label.Replied(String request, Label.RequestKind kind, Result.Hard(boolean old, boolean killed)) ->
                new Label.Replied(request, kind, new Result.Hard(old, !killed));
            case Label.Replied(String request, Label.RequestKind kind, Result.Soft(boolean purged)) ->
                new Label.Replied(request, kind, new Result.Soft(!purged));
            case Label.Did(Stimulus stimulus, Response response) -> new Label.Did(stimulus, switch (response) {
                case OK -> Response.NO_EFFECT;
                case TRUE -> Response.FALSE;
                case FALSE -> Response.TRUE;
                default -> Response.OK;
            });
            default -> label;
        });
    }

    /** Every stimulus as long as it can be, more or less. */
    private History history() {
        Map<String, List<Event>> lines = new LinkedHashMap<>();
        Map<String, Long> free = new LinkedHashMap<>();
        int stretch = random.nextInt(60);
        for (int i = 0; i < trace.size(); i++) {
            long time = 10L * i;
            boolean seen = actors.get(i).equals("subject");
            long from = seen ? time : Math.max(free.getOrDefault(actors.get(i), 0L), time - random.nextInt(stretch + 1));
            List<String> later = actors.subList(i + 1, actors.size());
            int next = later.indexOf(actors.get(i));
            long most = next < 0 ? stretch : Math.min(stretch, 10L * (next + 1) - 1);
            long to = seen ? time : time + random.nextLong(most + 1);
            free.put(actors.get(i), to);
            lines.computeIfAbsent(actors.get(i), name -> new ArrayList<>()).add(new Event(trace.get(i), from, to));
        }
        ImmutableMap.Builder<String, ImmutableList<Event>> all = ImmutableMap.builder();
        lines.forEach((name, events) -> all.put(name, ImmutableList.copyOf(events)));
        return new History(all.buildOrThrow());
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
