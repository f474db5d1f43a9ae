package dev.codepurger.model.oracle;

import static dev.codepurger.model.world.Stimulus.Residence.WAITING;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.spec.Rule;
import java.util.ArrayList;
import java.util.List;

/** A trace, told in one sentence a line. */
public final class Story {
    private final List<Label> trace = new ArrayList<>();
    private final Profile profile;
    private final OracleOptions options;

    public Story(Profile profile, OracleOptions options) {
        this.profile = profile;
        this.options = options;
    }

    public static Story seed() {
        return new Story(Profile.SEED, OracleOptions.DEFAULT);
    }

    public static Story hardened() {
        return new Story(Profile.HARDENED, OracleOptions.DEFAULT);
    }

    public static Story withEffects() {
        return new Story(Profile.SEED, OracleOptions.DEFAULT.withEffects(true));
    }

    /** A copy, to go on from in several ways. */
    public Story copy() {
        Story copy = new Story(profile, options);
        copy.trace.addAll(trace);
        return copy;
    }

    public static ImmutableSortedSet<String> names(String... names) {
        return ImmutableSortedSet.copyOf(names);
    }

    public List<Label> trace() {
        return List.copyOf(trace);
    }

    public PurgeOracle oracle() {
        return PurgeOracle.of(profile, options).observeAll(trace);
    }

    public Verdict verdict() {
        return oracle().verdict();
    }

    public ImmutableSortedSet<Rule> blame() {
        return Blame.of(trace, profile, options);
    }

    /** The same without its last label. */
    public Story butLast() {
        Story shorter = copy();
        shorter.trace.removeLast();
        return shorter;
    }

    public Verdict verdictRelaxing(Rule rule) {
        return PurgeOracle.of(profile, options.relaxing(ImmutableSet.of(rule))).observeAll(trace).verdict();
    }

    // what the harness does

    public Story does(Stimulus stimulus, Response response) {
        trace.add(new Label.Did(stimulus, response));
        return this;
    }

    public Story does(Stimulus stimulus) {
        return does(stimulus, Response.OK);
    }

    public Story load(String module) {
        return does(new Stimulus.Load(module, false));
    }

    public Story spawn(String... names) {
        for (String name : names) {
            does(new Stimulus.Spawn(name, new Stimulus.Where.Nowhere()));
        }
        return this;
    }

    public Story spawnIn(String module, String... names) {
        for (String name : names) {
            does(new Stimulus.Spawn(name, new Stimulus.Where.InModule(module, WAITING)));
        }
        return this;
    }

    /** A client {@code c}, victims v1 to vN in the old code of m. */
    public Story victims(int count) {
        load("m").spawn("c");
        for (int i = 1; i <= count; i++) {
            spawnIn("m", "v" + i);
        }
        return load("m");
    }

    public Story purge(String request) {
        return does(new Stimulus.Purge(request, "m", "c"));
    }

    public Story softPurge(String request) {
        return does(new Stimulus.SoftPurge(request, "m", "c"));
    }

    public Story testPurge(String request, TestType type, String tester) {
        return does(new Stimulus.TestPurge(request, "m", type, tester));
    }

    public Story finish(String request, boolean keep) {
        return does(new Stimulus.FinishAfterOnLoad(request, "m", keep, "c"));
    }

    public Story goOn(String ref, String from) {
        return does(new Stimulus.Continue(ref, from));
    }

    public Story complete(String ref, String from) {
        return does(new Stimulus.Complete(ref, from));
    }

    public Story pause(String... names) {
        for (String name : names) {
            does(new Stimulus.Pause(name));
        }
        return this;
    }

    public Story resume(String... names) {
        for (String name : names) {
            does(new Stimulus.Resume(name));
        }
        return this;
    }

    public Story makeFun(String fun) {
        return does(new Stimulus.MakeFun(fun, "m"));
    }

    public Story callFun(String call, String process, String fun) {
        return does(new Stimulus.CallFun(call, process, fun));
    }

    public Story call(String call, String process) {
        return does(new Stimulus.Call(call, process, "m"));
    }

    public Story alive(String process, boolean alive) {
        return does(new Stimulus.Alive(process), alive ? Response.TRUE : Response.FALSE);
    }

    public Story kill(String name) {
        return does(new Stimulus.Kill(name));
    }

    public Story hold() {
        return does(new Stimulus.Hold());
    }

    public Story release() {
        return does(new Stimulus.Release());
    }

    public Story checkOldCode(boolean there) {
        return does(new Stimulus.CheckOldCode("m"), there ? Response.TRUE : Response.FALSE);
    }

    // what the harness sees

    public Story sees(Label.Observation seen) {
        trace.add(seen);
        return this;
    }

    public Story killed(String... names) {
        for (String name : names) {
            sees(new Label.Down(name, "killed"));
        }
        return this;
    }

    public Story shows(Effect... effects) {
        for (Effect effect : effects) {
            sees(new Label.Showed(effect));
        }
        return this;
    }

    public Story quiet(QuietKind kind, String... suspended) {
        return sees(new Label.Quiet(kind, ImmutableSortedSet.copyOf(suspended)));
    }

    public Story idle() {
        return quiet(QuietKind.IDLE);
    }

    public Story purged(String request, boolean wasOld, boolean killed) {
        return sees(new Label.Replied(request, RequestKind.PURGE, new Result.Hard(wasOld, killed)));
    }

    public Story softPurged(String request, boolean purged) {
        return sees(new Label.Replied(request, RequestKind.SOFT_PURGE, new Result.Soft(purged)));
    }

    public Story finished(String request) {
        return sees(new Label.Replied(request, RequestKind.FINISH_AFTER_ON_LOAD, new Result.Ok()));
    }

    public Story tested(String request, boolean wasOld, boolean killed) {
        return sees(new Label.Replied(request, RequestKind.TEST_PURGE, new Result.Hard(wasOld, killed)));
    }

    public Story tested(String request, boolean purged) {
        return sees(new Label.Replied(request, RequestKind.TEST_PURGE, new Result.Soft(purged)));
    }

    public Story refused(String request) {
        return sees(new Label.Replied(request, RequestKind.FINISH_AFTER_ON_LOAD, new Result.NoPendingOnLoad()));
    }

    public Story purgerDown(String reason) {
        return sees(new Label.PurgerDown(reason));
    }

    public Story returned(String call, String outcome) {
        return sees(new Label.Returned(call, outcome));
    }

    public Story started(String ref) {
        return sees(new Label.Started(ref));
    }

    public Story continued(String ref) {
        return sees(new Label.Continued(ref));
    }
}
