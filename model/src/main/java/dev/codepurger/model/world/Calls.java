package dev.codepurger.model.world;

import static dev.codepurger.spec.Rule.*;

import dev.codepurger.model.purger.Pid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls that processes make; those of funs that are being purged wait (seed: L61-83). */
final class Calls {

    /** What a call comes to where its caller is suspended. */
    private static final String SUSPENDED = "suspended";

    private Calls() {}

    /** The steps of processes that are about to call, or to call again. */
    static List<World> steps(World world, Settings settings) {
        List<World> found = new ArrayList<>();
        for (Group group : world.groups) {
            if (isDue(group.local())) {
                found.addAll(Step.all(world, settings, draft -> call(draft, group.pid(), group.local())));
            }
        }
        return found;
    }

    static boolean isBlocked(Local local) {
        return local.call() != null && local.call().blocked();
    }

    static boolean isDue(Local local) {
        Local.Call call = local.call();
        return call != null && !call.blocked() && !local.paused() && !local.suspended() && local.life() != Local.Life.DEAD;
    }

    /**
     * What somebody who is about to call answers to whoever wants something of it: nothing, for it does one thing after the other; but those who
     * were suspended are resumed one by one, and may be found still waiting when others have gone on already.
     */
    static @Nullable Response whileDue(Draft draft, Local local) {
        boolean resumed = Objects.requireNonNull(local.call()).resumed();
        return resumed && draft.rules.branching().pick(List.of(true, false)) ? Response.NO_EFFECT : null;
    }

    private static void call(Draft draft, Pid pid, Local local) {
        Local.Call call = Objects.requireNonNull(local.call());
        String outcome;
        String module;
        if (call.fun() == null) {
            module = Objects.requireNonNull(call.module());
            outcome = callModule(draft, module);
        } else {
            Fun fun = Objects.requireNonNull(draft.funs.get(call.fun()));
            module = fun.module();
            outcome = callFun(draft, fun, call.name() == null);
        }
        if (outcome.equals(SUSPENDED)) {
            draft.change(pid, local, local.call(call.block()));
        } else {
            returned(draft, pid, local, call.name(), module, outcome);
        }
    }

    /** The call of a spawned process does not return: it stays in the code. */
    private static void returned(Draft draft, Pid pid, Local local, @Nullable String name, String module, String outcome) {
        Local done = local.call(null);
        if (name != null) {
            draft.change(pid, local, done);
            draft.tell(pid, false, new Label.Returned(name, outcome));
        } else {
            draft.change(pid, local, switch (outcome) {
                case "undef" -> done.dying(Local.Reason.UNDEF);
                case "badfun" -> done.dying(Local.Reason.BADFUN);
                default -> done.in(new Instance(module, Integer.parseInt(outcome)));
            });
        }
    }

    private static String callModule(Draft draft, String name) {
        Module module = draft.module(name);
        if (module.current() != null) {
            String normal = version(module.current());
            return draft.rules.choose(MODULE_7, normal,
                    () -> module.old() == null ? List.of("undef") : List.of("undef", version(module.old())));
        }
        return loadOnDemand(draft, name, null);
    }

    private static String callFun(Draft draft, Fun fun, boolean spawned) {
        Module module = draft.module(fun.module());
        int identity = fun.identity();
        if (is(module.current(), identity)) {
            return draft.rules.choose(LAMBDA_7, version(Objects.requireNonNull(module.current())),
                    () -> module.purging() ? List.of(SUSPENDED, "badfun") : List.of("badfun"));
        }
        if (is(module.old(), identity)) {
            if (module.purging() && draft.rules.obeyed(spawned ? LAMBDA_8 : LAMBDA_1)) {
                return SUSPENDED;
            }
            return draft.rules.choose(LAMBDA_2, version(Objects.requireNonNull(module.old())), () -> List.of("badfun", "undef"));
        }
        if (is(module.aside(), identity)) {
            return version(Objects.requireNonNull(module.aside()));
        }
        if (module.current() != null) {
            String other = version(module.current());
            return draft.rules.choose(LAMBDA_3, "badfun",
                    () -> module.purging() ? List.of("undef", other, SUSPENDED) : List.of("undef", other));
        }
        return loadOnDemand(draft, fun.module(), identity);
    }

    private static String loadOnDemand(Draft draft, String name, @Nullable Integer identity) {
        Module module = draft.module(name);
        boolean offered = module.offered() || (draft.settings.gaps().middle() && draft.rules.branching().pick(List.of(false, true)));
        if (!offered || module.pending() != null) {
            return draft.rules.choose(LAMBDA_4, "undef", () -> List.of("badfun"));
        }
        if (!draft.rules.obeyed(LAMBDA_5)) {
            return "undef";
        }
        Code code = new Code(module.loads() + 1, identity == null ? module.loads() + 1 : identity);
        draft.module(name, module.current(code));
        return version(code);
    }

    private static boolean is(@Nullable Code code, int identity) {
        return code != null && code.identity() == identity;
    }

    private static String version(Code code) {
        return Integer.toString(code.version());
    }
}
