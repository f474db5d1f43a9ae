package dev.codepurger.conformance.concurrent;

import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.concurrent.Program.Word;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.JunkKind;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the parts of a program. */
final class Roles {
    private static final int MAX_ACTS = 4;

    private final SplittableRandom random;
    private final boolean priorities;
    private final List<String> victims;
    private final List<String> speakers;
    private final List<String> tests;
    private int requests;
    private int calls;
    private int processes;
    private boolean onLoad;

    Roles(SplittableRandom random, boolean priorities, List<String> victims, List<String> speakers, List<String> tests) {
        this.random = random;
        this.priorities = priorities;
        this.victims = victims;
        this.speakers = speakers;
        this.tests = tests;
    }

    List<Act> acts(Role role, String self) {
        List<Act> acts = new ArrayList<>();
        int count = 2 + random.nextInt(MAX_ACTS - 1);
        if (role == Role.TESTER) {
            test(self, acts);
            return acts;
        }
        while (acts.size() < count) {
            switch (role) {
                case CLIENT -> request(self, acts);
                case LOADER -> acts.add(new Act.Do(loading()));
                case CODE_SERVER -> serve(self, acts);
                case SCHEDULER -> acts.add(new Act.Do(living()));
                case KILLER -> acts.add(new Act.Do(new Stimulus.Kill(any(random.nextInt(3) == 0 ? speakers : all()))));
                case STRANGER -> acts.add(new Act.Do(noise()));
                case TESTER -> throw new IllegalStateException("a tester's part is written otherwise");
            }
        }
        return acts;
    }

    private void request(String self, List<Act> acts) {
        String request = "r" + ++requests;
        acts.add(new Act.Do(asked(request, self)));
        if (random.nextBoolean()) {
            acts.add(new Act.Await(Word.REPLIED, request));
        }
    }

    private Stimulus asked(String request, String self) {
        if (priorities && random.nextInt(4) == 0) {
            return new Stimulus.ChangePrio(request, any(List.of(Priority.values())), self);
        }
        return random.nextInt(3) == 0 ? new Stimulus.SoftPurge(request, module(), self) : new Stimulus.Purge(request, module(), self);
    }

    /** One that keeps to the rules; now and then one that speaks too early, or dies. */
    private void test(String self, List<Act> acts) {
        String ref = "t" + (tests.size() + 1);
        tests.add(ref);
        acts.add(new Act.Do(new Stimulus.TestPurge(ref, module(), random.nextInt(3) == 0 ? TestType.SOFT : TestType.HARD, self)));
        int dies = random.nextInt(12);
        die(dies == 0, self, acts);
        await(Word.STARTED, ref, acts);
        die(dies == 1, self, acts);
        acts.add(new Act.Do(new Stimulus.Continue(ref, self)));
        die(dies == 2, self, acts);
        await(Word.CONTINUED, ref, acts);
        die(dies == 3, self, acts);
        acts.add(new Act.Do(new Stimulus.Complete(ref, self)));
    }

    private void await(Word word, String ref, List<Act> acts) {
        if (random.nextInt(5) > 0) {
            acts.add(new Act.Await(word, ref));
        }
    }

    private static void die(boolean now, String self, List<Act> acts) {
        if (now) {
            acts.add(new Act.Do(new Stimulus.Exit(self)));
        }
    }

    private Stimulus loading() {
        return switch (random.nextInt(6)) {
            case 0 -> new Stimulus.Delete(module());
            case 1 -> new Stimulus.CheckOldCode(module());
            case 2 -> new Stimulus.Load(module(), true);
            default -> new Stimulus.Load(module(), false);
        };
    }

    private void serve(String self, List<Act> acts) {
        if (onLoad) {
            acts.add(new Act.Do(new Stimulus.Call("c" + ++calls, self, Programs.ON_LOAD)));
            return;
        }
        onLoad = true;
        String request = "r" + ++requests;
        acts.add(new Act.Do(new Stimulus.BeginOnLoad(Programs.ON_LOAD)));
        acts.add(new Act.Do(new Stimulus.FinishAfterOnLoad(request, Programs.ON_LOAD, random.nextBoolean(), self)));
        acts.add(new Act.Await(Word.REPLIED, request));
    }

    private Stimulus living() {
        return switch (random.nextInt(8)) {
            case 0 -> new Stimulus.Exit(any(all()));
            case 1 -> new Stimulus.Leave(any(all()));
            case 2 -> new Stimulus.Call("c" + ++calls, any(all()), module());
            case 3, 4 -> new Stimulus.CallFun("c" + ++calls, any(all()), Programs.FUN);
            case 5 -> new Stimulus.Spawn("s" + ++processes, new Where.OnFun(Programs.FUN));
            case 6 -> new Stimulus.Alive(any(all()));
            default -> new Stimulus.Spawn("s" + ++processes, new Where.InModule(module(), Residence.WAITING));
        };
    }

    private Stimulus noise() {
        return switch (random.nextInt(4)) {
            case 0 -> new Stimulus.ForgeDown(any(all()));
            case 1 -> new Stimulus.ForgeCheckReply(any(all()), random.nextBoolean());
            default -> new Stimulus.Junk(any(List.of(JunkKind.values())));
        };
    }

    private String module() {
        return Programs.MODULES.get(random.nextInt(4) == 0 ? 1 : 0);
    }

    private List<String> all() {
        return victims.isEmpty() ? speakers : victims;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
