package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import java.util.Collection;
import java.util.Locale;

/** Observations as JSON, as an adapter would write them; {@link Observations} reads them. */
final class Shown {
    private Shown() {
    }

    /** Any observation but a quiet. */
    static ObjectNode observation(Observation seen) {
        return switch (seen) {
            case Label.Replied replied -> replied(replied);
            case Label.Started started -> named("started").put("ref", started.ref());
            case Label.Continued continued -> named("continued").put("ref", continued.ref());
            case Label.Down down -> named("down").put("process", down.process()).put("reason", down.reason());
            case Label.PurgerDown down -> named("purger_down").put("reason", down.reason());
            case Label.Returned returned -> named("returned").put("call", returned.call()).put("outcome", returned.outcome());
            case Label.Showed showed -> named("effect").set("effect", effect(showed.effect()));
            case Label.Quiet quiet -> throw new IllegalArgumentException("a quiet is no observation among others: " + quiet);
        };
    }

    static ObjectNode quiet(Label.Quiet quiet) {
        ObjectNode object = Json.object().put("kind", quiet.kind().name().toLowerCase(Locale.ROOT));
        names(object.putArray("suspended"), quiet.suspended());
        return object;
    }

    private static ObjectNode replied(Label.Replied replied) {
        ObjectNode object = named("replied").put("request", replied.request()).put("kind",
                replied.kind().name().toLowerCase(Locale.ROOT));
        return switch (replied.result()) {
            case Result.Hard hard -> object.set("result", Json.object().put("was_old", hard.wasOld()).put("killed", hard.killed()));
            case Result.Soft soft -> object.put("result", soft.purged());
            case Result.Ok ok -> object.put("result", "ok");
            case Result.Was was -> object.put("result", was.toString());
            case Result.NoPriority refused -> object.put("result", refused.toString());
            case Result.NoPendingOnLoad refused -> object.put("result", "no_pending_on_load");
        };
    }

    private static ObjectNode effect(Effect effect) {
        return switch (effect) {
            case Effect.Prepared one -> named("prepared").put("module", one.module()).put("old", one.old());
            case Effect.PreparedOnLoad one -> named("prepared_on_load").put("module", one.module());
            case Effect.Finished one -> named("finished").put("module", one.module()).put("keep", one.keep());
            case Effect.Snapshot one -> {
                ObjectNode object = named("snapshot");
                names(object.putArray("processes"), one.processes());
                yield object;
            }
            case Effect.Requested one -> named("requested").put("process", one.process());
            case Effect.Answered one -> named("answered").put("process", one.process()).put("refers", one.refers());
            case Effect.Monitored one -> named("monitored").put("process", one.process());
            case Effect.KillIssued one -> named("kill_issued").put("process", one.process());
            case Effect.Killed one -> named("killed").put("process", one.process());
            case Effect.Saved one -> named("saved").put("what", one.what());
            case Effect.Dropped one -> named("dropped").put("what", one.what());
            case Effect.Completed one -> named("completed").put("module", one.module());
            case Effect.Aborted one -> named("aborted").put("module", one.module());
        };
    }

    private static ObjectNode named(String name) {
        return Json.object().put("name", name);
    }

    private static void names(ArrayNode list, Collection<String> names) {
        names.forEach(list::add);
    }
}
