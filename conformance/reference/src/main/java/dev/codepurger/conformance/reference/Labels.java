package dev.codepurger.conformance.reference;

import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.impl.jvm.Observation;
import dev.codepurger.impl.jvm.Outcome;
import dev.codepurger.impl.jvm.Quiet;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Priority;
import dev.codepurger.impl.kernel.RequestKind;
import dev.codepurger.impl.kernel.Watch;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the node shows, in the words of the model. */
final class Labels {
    private Labels() {
    }

    static Label.Observation of(Observation seen) {
        return switch (seen) {
            case Observation.Reply(var process, var kind, var answer, var ref) ->
                new Label.Replied(name(ref), kind(kind), result(answer));
            case Observation.PriorityChanged(var process, var old, var ref) ->
                new Label.Replied(name(ref), Label.RequestKind.CHANGE_PRIO, was(old));
            case Observation.Started(var process, var ref) -> new Label.Started(name(ref));
            case Observation.Continued(var process, var ref) -> new Label.Continued(name(ref));
            case Observation.TestPurgeResult(var process, var answer, var ref) ->
                new Label.Replied(name(ref), Label.RequestKind.TEST_PURGE, result(answer));
            case Observation.Down(var process, var reason) -> new Label.Down(process, reason);
            case Observation.PurgerDown(var reason) -> new Label.PurgerDown(reason);
            case Observation.Returned(var call, var outcome) -> new Label.Returned(call, outcome(outcome));
        };
    }

    static Label.Quiet of(Quiet quiet) {
        Label.QuietKind kind = switch (quiet.kind()) {
            case DOWN -> Label.QuietKind.DOWN;
            case BLOCKED -> Label.QuietKind.BLOCKED;
            case IDLE -> Label.QuietKind.IDLE;
            case HELD -> Label.QuietKind.HELD;
            case STALLED -> Label.QuietKind.STALLED;
        };
        return new Label.Quiet(kind, ImmutableSortedSet.copyOf(quiet.suspended()));
    }

    /** The effect as it is shown; null for one that the model does not speak of. */
    static Label.@Nullable Showed of(Effect effect) {
        dev.codepurger.model.world.Effect shown = shown(effect);
        return shown == null ? null : new Label.Showed(shown);
    }

    private static dev.codepurger.model.world.@Nullable Effect shown(Effect effect) {
        return switch (effect) {
            case Effect.Prepared(var module, var old) -> new dev.codepurger.model.world.Effect.Prepared(module, old);
            case Effect.PreparedOnLoad(var module, var failed) ->
                failed ? new dev.codepurger.model.world.Effect.PreparedOnLoad(module) : null;
            case Effect.Snapshot(var processes) ->
                new dev.codepurger.model.world.Effect.Snapshot(ImmutableSortedSet.copyOf(processes));
            case Effect.Requested(var process) -> new dev.codepurger.model.world.Effect.Requested(process);
            case Effect.Answered(var process, var refers) -> new dev.codepurger.model.world.Effect.Answered(process, refers);
            case Effect.Monitored(var process, var why) ->
                why == Watch.VICTIM ? new dev.codepurger.model.world.Effect.Monitored(process) : null;
            case Effect.KillIssued(var process) -> new dev.codepurger.model.world.Effect.KillIssued(process);
            case Effect.Killed(var process, var reason) -> new dev.codepurger.model.world.Effect.Killed(process);
            case Effect.Saved(var message) -> new dev.codepurger.model.world.Effect.Saved(tag(message));
            case Effect.Kept(var message) -> new dev.codepurger.model.world.Effect.Saved(tag(message));
            case Effect.Dropped(var message) -> new dev.codepurger.model.world.Effect.Dropped(tag(message));
            case Effect.Completed(var module) -> new dev.codepurger.model.world.Effect.Completed(module);
            case Effect.Aborted(var module) -> new dev.codepurger.model.world.Effect.Aborted(module);
            case Effect.Finished(var module, var keep) -> new dev.codepurger.model.world.Effect.Finished(module, keep);
        };
    }

    private static String tag(Message message) {
        return switch (message) {
            case Message.Request request -> request.kind().name().toLowerCase(Locale.ROOT);
            case Message.Continue word -> "continue";
            case Message.Complete word -> "complete";
            case Message.CheckReply reply -> "check_process_code";
            case Message.Down down -> "DOWN";
            case Message.ChangePrio change -> "change_prio";
            case Message.Junk junk -> "garbage";
            case Message.PriorityChanged answer -> "garbage";
            case Message.Reply reply -> "garbage";
            case Message.Started word -> "garbage";
            case Message.Continued word -> "garbage";
        };
    }

    private static Result result(Answer answer) {
        return switch (answer) {
            case Answer.Hard(var old, var killed) -> new Result.Hard(old, killed);
            case Answer.Soft(var purged) -> new Result.Soft(purged);
            case Answer.Finished finished -> new Result.Ok();
            case Answer.NoPendingOnLoad refused -> new Result.NoPendingOnLoad();
        };
    }

    private static Result was(@Nullable Priority old) {
        if (old == null) {
            return new Result.NoPriority();
        }
        return new Result.Was(switch (old) {
            case LOW -> dev.codepurger.model.purger.Priority.LOW;
            case NORMAL -> dev.codepurger.model.purger.Priority.NORMAL;
            case HIGH -> dev.codepurger.model.purger.Priority.HIGH;
            case MAX -> dev.codepurger.model.purger.Priority.MAX;
        });
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ran(var version) -> Integer.toString(version);
            case Outcome.BadFun failed -> "badfun";
            case Outcome.Undef failed -> "undef";
        };
    }

    private static Label.RequestKind kind(RequestKind kind) {
        return switch (kind) {
            case PURGE -> Label.RequestKind.PURGE;
            case SOFT_PURGE -> Label.RequestKind.SOFT_PURGE;
            case FINISH_AFTER_ON_LOAD -> Label.RequestKind.FINISH_AFTER_ON_LOAD;
            case TEST_PURGE -> Label.RequestKind.TEST_PURGE;
        };
    }

    private static String name(@Nullable Object ref) {
        return String.valueOf(ref);
    }
}
