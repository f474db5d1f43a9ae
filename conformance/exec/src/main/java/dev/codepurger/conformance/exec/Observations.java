package dev.codepurger.conformance.exec;

import com.google.common.collect.ImmutableList;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.RequestKind;

/** Observations from JSON. What is not in the protocol is refused, and what is more than it is ignored, so that it can grow. */
final class Observations {
    private Observations() {
    }

    static ImmutableList<Observation> list(Part part) throws BadAnswerException {
        ImmutableList.Builder<Observation> all = ImmutableList.builder();
        for (Part one : part.list()) {
            all.add(read(one.object()));
        }
        return all.build();
    }

    static Label.Quiet quiet(Part part) throws BadAnswerException {
        Part quiet = part.object();
        return new Label.Quiet(quiet.field("kind").word(Label.QuietKind.class), quiet.field("suspended").names());
    }

    static Observation read(Part part) throws BadAnswerException {
        Part name = part.field("name");
        return switch (name.text()) {
            case "replied" -> replied(part);
            case "started" -> new Label.Started(part.field("ref").name());
            case "continued" -> new Label.Continued(part.field("ref").name());
            case "down" -> new Label.Down(part.field("process").name(), part.field("reason").name());
            case "purger_down" -> new Label.PurgerDown(part.field("reason").name());
            case "returned" -> new Label.Returned(part.field("call").name(), part.field("outcome").name());
            case "effect" -> new Label.Showed(effect(part.field("effect").object()));
            default -> throw name.isNot("one of replied, started, continued, down, purger_down, returned, effect");
        };
    }

    private static Observation replied(Part part) throws BadAnswerException {
        RequestKind kind = part.field("kind").word(RequestKind.class);
        return new Label.Replied(part.field("request").name(), kind,
                kind == RequestKind.CHANGE_PRIO ? priority(part.field("result")) : result(part.field("result")));
    }

    private static Result priority(Part part) throws BadAnswerException {
        return switch (part.text()) {
            case "low" -> new Result.Was(Priority.LOW);
            case "normal" -> new Result.Was(Priority.NORMAL);
            case "high" -> new Result.Was(Priority.HIGH);
            case "max" -> new Result.Was(Priority.MAX);
            case "error" -> new Result.NoPriority();
            default -> throw part.isNot("low, normal, high, max or error");
        };
    }

    private static Result result(Part part) throws BadAnswerException {
        if (part.node().isBoolean()) {
            return new Result.Soft(part.truth());
        }
        if (part.node().isTextual()) {
            return switch (part.text()) {
                case "ok" -> new Result.Ok();
                case "no_pending_on_load" -> new Result.NoPendingOnLoad();
                default -> throw part.isNot("ok or no_pending_on_load");
            };
        }
        if (part.node().isObject()) {
            return new Result.Hard(part.field("was_old").truth(), part.field("killed").truth());
        }
        throw part.isNot("an object with was_old and killed, true, false, ok or no_pending_on_load");
    }

    private static Effect effect(Part part) throws BadAnswerException {
        Part name = part.field("name");
        return switch (name.text()) {
            case "prepared" -> new Effect.Prepared(module(part), part.field("old").truth());
            case "prepared_on_load" -> new Effect.PreparedOnLoad(module(part));
            case "finished" -> new Effect.Finished(module(part), part.field("keep").truth());
            case "snapshot" -> new Effect.Snapshot(part.field("processes").names());
            case "requested" -> new Effect.Requested(process(part));
            case "answered" -> new Effect.Answered(process(part), part.field("refers").truth());
            case "monitored" -> new Effect.Monitored(process(part));
            case "kill_issued" -> new Effect.KillIssued(process(part));
            case "killed" -> new Effect.Killed(process(part));
            case "saved" -> new Effect.Saved(part.field("what").name());
            case "dropped" -> new Effect.Dropped(part.field("what").name());
            case "completed" -> new Effect.Completed(module(part));
            case "aborted" -> new Effect.Aborted(module(part));
            default -> throw name.isNot("the name of an effect");
        };
    }

    private static String module(Part part) throws BadAnswerException {
        return part.field("module").name();
    }

    private static String process(Part part) throws BadAnswerException {
        return part.field("process").name();
    }
}
