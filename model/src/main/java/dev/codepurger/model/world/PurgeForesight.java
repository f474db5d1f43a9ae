package dev.codepurger.model.world;

import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.lts.Foresight;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Foresight for purgers that obey every rule, seen from outside. */
final class PurgeForesight implements Foresight<World, Label> {

    private final Settings settings;

    PurgeForesight(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<ImmutableSet<String>> topics(Label label) {
        return Plain.topics(label);
    }

    @Override
    public Optional<String> asks(Label label) {
        return label instanceof Label.Did did ? switch (did.stimulus()) {
            case Stimulus.Purge s -> Optional.of(s.request());
            case Stimulus.SoftPurge s -> Optional.of(s.request());
            default -> Optional.empty();
        } : Optional.empty();
    }

    @Override
    public Optional<String> answers(Label label) {
        return label instanceof Label.Replied replied ? Optional.of(replied.request()) : Optional.empty();
    }

    @Override
    public boolean contradicts(World world, Map<String, Label> answers) {
        for (Pending pending : world.pending) {
            if (pending.observation() instanceof Label.Replied told) {
                Label seen = answers.get(told.request());
                if (seen != null && !seen.equals(told)) {
                    return true;
                }
            }
        }
        Message.Request work = world.phase.working();
        return work != null && answers.get(work.ref()) instanceof Label.Replied seen && !canEndWith(world.phase, seen.result());
    }

    private static boolean canEndWith(Phase phase, Result result) {
        return switch (phase) {
            case Phase.Prepared p -> result instanceof Result.Hard hard ? hard.wasOld() == p.old()
                    : p.old() || !(result instanceof Result.Soft soft) || soft.purged();
            case Phase.Check p -> !(result instanceof Result.Hard hard) || (hard.wasOld() && (hard.killed() || !p.kill().killed()));
            case Phase.Checked p -> p.result().equals(result);
            case Phase.Continued p -> p.result().equals(result);
            case Phase.Finish p -> p.result().equals(result);
            case Phase.Answer p -> p.result().equals(result);
            case Phase.WaitForRequest p -> true;
            case Phase.CheckRequests p -> true;
            case Phase.OnLoadFailed p -> true;
            case Phase.Started p -> true;
            case Phase.Hung p -> true;
            case Phase.Terminated p -> true;
        };
    }

    @Override
    public List<World> settled(World world, Predicate<String> ahead) {
        if (!Plain.is(world)) {
            return List.of();
        }
        List<World> steps = switch (world.phase) {
            case Phase.WaitForRequest p when !world.mailbox.isEmpty() && isReady(world.mailbox.get(0), ahead) ->
                PurgerSteps.of(world, settings);
            case Phase.CheckRequests p when isReady(p.saved().requests().get(0), ahead) -> PurgerSteps.of(world, settings);
            case Phase.Prepared p when !p.old() || isCalm(world, p.work(), ahead) -> PurgerSteps.of(world, settings);
            case Phase.Check p when isCalm(world, p.work(), ahead) -> PurgerSteps.firstOfCheck(world, settings);
            case Phase.Finish p when p.ending() == Phase.Ending.ABORT || isFree(p.work().module(), ahead) ->
                PurgerSteps.of(world, settings);
            case Phase.Answer p when willHear(world, p.work().from(), ahead) -> PurgerSteps.of(world, settings);
            default -> List.of();
        };
        return steps.size() == 1 ? steps : List.of();
    }

    /** Will a purge find the same old code, or none, whenever it begins? */
    private static boolean isReady(Message message, Predicate<String> ahead) {
        return message instanceof Message.Request request && !ahead.test(Plain.load(request.module()));
    }

    private boolean isCalm(World world, Message.Request work, Predicate<String> ahead) {
        return Plain.isCalm(world, work.module(), settings.profile().killsAtOnce(), ahead);
    }

    /** Will nobody notice when the old code goes? */
    private static boolean isFree(String module, Predicate<String> ahead) {
        return !ahead.test(Plain.load(module)) && !ahead.test(Plain.look(module));
    }

    private static boolean willHear(World world, Pid requester, Predicate<String> ahead) {
        return world.locals(requester).stream().allMatch(local -> local.life() == Local.Life.ALIVE && isSafe(world, local))
                && !ahead.test(Plain.end(requester.name()));
    }

    /** Is it in no code that could be purged? */
    private static boolean isSafe(World world, Local local) {
        return local.in() == null || isCurrent(world, local.in());
    }

    private static boolean isCurrent(World world, Instance in) {
        Code current = world.module(in.module()).current();
        return current != null && current.version() == in.version();
    }

    @Override
    public boolean settled(World world, Label label, Predicate<String> others, Predicate<String> later) {
        return Plain.is(world) && switch (label) {
            case Label.Did did when did.stimulus() instanceof Stimulus.Purge s ->
                did.response() == Response.OK && isSettled(world, s.module(), s.from(), others, later);
            case Label.Did did when did.stimulus() instanceof Stimulus.SoftPurge s ->
                did.response() == Response.OK && isSettled(world, s.module(), s.from(), others, later);
            case Label.Did did -> isSettled(world, did.stimulus(), did.response(), others);
            case Label.Down down -> false;
            case Label.Observation seen -> false;
        };
    }

    /** Will the request come to the same whenever it is sent, and hinder no other? */
    private boolean isSettled(World world, String module, String from, Predicate<String> others, Predicate<String> later) {
        if (others.test(Plain.REST) || later.test(Plain.load(module)) || others.test(Plain.touch(from)) || later.test(Plain.end(from))
                || !staysAlive(world, from, later)) {
            return false;
        }
        return world.module(module).old() == null
                || (!later.test(Plain.purge(module)) && !later.test(Plain.look(module)) && !Plain.isToBePurged(world, module)
                        && Plain.isCalm(world, module, settings.profile().killsAtOnce(), later));
    }

    private static boolean isSettled(World world, Stimulus stimulus, Response response, Predicate<String> ahead) {
        return switch (stimulus) {
            case Stimulus.Alive s -> isCertain(world, s.process(), response == Response.TRUE);
            case Stimulus.Exit s when response == Response.OK ->
                canEnd(world, s.process(), ahead);
            case Stimulus.Kill s when response == Response.OK ->
                canEnd(world, s.process(), ahead);
            case Stimulus.Spawn s when response == Response.OK -> !ahead.test(Plain.touch(s.process()))
                    && !(s.where() instanceof Stimulus.Where.InModule in
                            && (world.module(in.module()).current() == null || ahead.test(Plain.load(in.module()))));
            case Stimulus.CheckOldCode s -> (world.module(s.module()).old() != null) == (response == Response.TRUE);
            case Stimulus.Load s when response == Response.OK -> !Plain.isToBePurged(world, s.module())
                    && !ahead.test(Plain.purge(s.module()))
                    && !ahead.test(Plain.look(s.module())) && !ahead.test(Plain.load(s.module())) && !ahead.test(Plain.spawnIn(s.module()));
            default -> false;
        };
    }

    /** Can it be ended now as well as later? Not before a rest, for its death will be seen. */
    private static boolean canEnd(World world, String process, Predicate<String> ahead) {
        return staysAlive(world, process, ahead) && !ahead.test(Plain.touch(process)) && !ahead.test(Plain.REST);
    }

    /** Is it alive, or is it gone? Whoever asks what is certain changes nothing; then nothing depends on it. */
    private static boolean isCertain(World world, String process, boolean alive) {
        Pid pid = world.pidOf(process);
        List<Local> locals = pid == null ? List.of() : world.locals(pid);
        return alive ? locals.size() == 1 && locals.get(0).life() == Local.Life.ALIVE : pid == null;
    }

    /** Is it alive, and will be while nobody ends it? */
    private static boolean staysAlive(World world, String process, Predicate<String> ahead) {
        Pid pid = world.pidOf(process);
        return pid != null && world.locals(pid).stream()
                .allMatch(local -> local.life() == Local.Life.ALIVE && isSafe(world, local)
                        && (local.in() == null || !ahead.test(Plain.load(local.in().module()))));
    }
}
