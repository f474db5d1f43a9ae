package dev.codepurger.impl;

import dev.codepurger.impl.jvm.Observation;
import dev.codepurger.impl.jvm.Outcome;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.Message;
import java.util.Locale;

/** What was seen, in a few words. */
final class Texts {
    private Texts() {}

    static String of(Observation observation) {
        return switch (observation) {
            case Observation.Reply(var process, var kind, var answer, var ref) ->
                "reply " + process + " " + kind.name().toLowerCase(Locale.ROOT) + " " + ref + " " + of(answer);
            case Observation.PriorityChanged(var process, var old, var ref) -> "priority " + process + " " + ref + " " + old;
            case Observation.Started(var process, var ref) -> "started " + process + " " + ref;
            case Observation.Continued(var process, var ref) -> "continued " + process + " " + ref;
            case Observation.TestPurgeResult(var process, var answer, var ref) ->
                "result " + process + " " + ref + " " + of(answer);
            case Observation.Down(var process, var reason) -> "down " + process + " " + reason;
            case Observation.PurgerDown(var reason) -> "purger_down " + reason;
            case Observation.Returned(var call, Outcome.Ran(int version)) -> "returned " + call + " v" + version;
            case Observation.Returned(var call, Outcome.BadFun b) -> "returned " + call + " badfun";
            case Observation.Returned(var call, Outcome.Undef u) -> "returned " + call + " undef";
        };
    }

    private static String of(Answer answer) {
        return switch (answer) {
            case Answer.Hard(boolean wasOld, boolean didKill) -> "{" + wasOld + "," + didKill + "}";
            case Answer.Soft(boolean purged) -> "" + purged;
            case Answer.Finished f -> "ok";
            case Answer.NoPendingOnLoad n -> "error";
        };
    }

    static String of(Effect effect) {
        return switch (effect) {
            case Effect.Prepared(var module, boolean hadOld) -> "prepared " + module + " " + hadOld;
            case Effect.PreparedOnLoad(var module, boolean failed) -> "prepared_on_load " + module + " " + failed;
            case Effect.Snapshot(var processes) -> "snapshot " + processes;
            case Effect.Requested(var process) -> "requested " + process;
            case Effect.Answered(var process, boolean refers) -> "answered " + process + " " + refers;
            case Effect.Monitored(var process, var why) ->
                "monitored " + process + " " + why.name().toLowerCase(Locale.ROOT);
            case Effect.KillIssued(var process) -> "kill_issued " + process;
            case Effect.Killed(var process, var reason) -> "killed " + process;
            case Effect.Saved(Message message) -> "saved " + message.getClass().getSimpleName();
            case Effect.Kept(Message message) -> "kept " + message.getClass().getSimpleName();
            case Effect.Dropped(Message message) -> "dropped " + message.getClass().getSimpleName();
            case Effect.Completed(var module) -> "completed " + module;
            case Effect.Aborted(var module) -> "aborted " + module;
            case Effect.Finished(var module, boolean keep) -> "finished " + module + " " + keep;
        };
    }
}
