package dev.codepurger.model.closed;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.purger.Result;
import java.util.Locale;

/** Messages and steps in words. */
public final class Describe {

    private static final String REPLY = "reply to ";

    private Describe() {}

    /** A process of a configuration, in words. */
    public static String plan(Plan plan) {
        StringBuilder text = new StringBuilder(plan.name()).append(": ").append(words(plan.place()));
        plan.requests().forEach(request -> text.append(", asks ").append(words(request)));
        plan.freedoms().stream().sorted().forEach(freedom -> text.append(switch (freedom) {
            case EAGER -> ", is ";
            case AGAIN -> ", and ";
            default -> ", may ";
        }).append(words(freedom)));
        return text.toString();
    }

    /** How often new code may be loaded, in words. */
    public static String loads(Configuration configuration) {
        return configuration.loads() == Configuration.ALWAYS ? "new code is loaded for ever"
                : "new code is loaded up to " + configuration.loads() + " times";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A message as one would write it in Erlang, without the parts that are always the same. */
    static String message(Message message) {
        return switch (message) {
            case Message.Purge m -> "purge, " + m.ref();
            case Message.SoftPurge m -> "soft_purge, " + m.ref();
            case Message.TestPurge m -> "test_purge " + (m.type() == Message.TestType.HARD) + ", " + m.ref();
            case Message.FinishAfterOnLoad m -> "finish_after_on_load " + m.keep() + ", " + m.ref();
            case Message.Continue m -> "continue, " + m.ref();
            case Message.Complete m -> "complete, " + m.ref();
            case Message.CheckReply m -> m.refers() + (m.tag() == Message.Tag.CURRENT ? "" : " (stale)") + ", " + m.process();
            case Message.Down m -> "DOWN, " + m.process() + (m.known() ? "" : " (forged)");
            default -> message.toString();
        };
    }

    /** What a requester gets at the end of its request. */
    static String reply(Message.Request request, Result result) {
        return REPLY + message(request) + ": " + result;
    }

    static boolean isReply(Move.Effect effect) {
        return effect.text().startsWith(REPLY);
    }

    /** What each process waits for at the end of a trace, by its name: the purger, and those whose request or call has not ended. */
    public static ImmutableMap<String, String> waits(Configuration configuration, ClosedState state) {
        ImmutableMap.Builder<String, String> waits = ImmutableMap.builder();
        for (int i = 0; i < state.actors().size(); i++) {
            Actor actor = state.actors().get(i);
            String name = configuration.processes().get(i).name();
            if (actor.waiting()) {
                waits.put(name, "waits for the answer to " + words(configuration.processes().get(i).requests().get(actor.asked() - 1)));
            } else if (actor.call().underWay()) {
                waits.put(name, "is in its call");
            }
        }
        return waits.put("purger", proceeding(state.phase())).buildOrThrow();
    }

    static String taking(Message message) {
        return "takes " + message(message);
    }

    static String proceeding(Phase phase) {
        return switch (phase) {
            case Phase.CheckRequests p -> "takes saved " + message(p.saved().requests().get(0));
            case Phase.OnLoadFailed p -> "goes on with the failed code";
            case Phase.Prepared p -> "goes on after prepare";
            case Phase.Checked p -> "has checked all";
            case Phase.Finish p -> "ends the purge";
            case Phase.Answer p -> "answers";
            case Phase.WaitForRequest p -> "waits for a request";
            case Phase.Started p -> "waits for continue";
            case Phase.Check p -> "checks";
            case Phase.Continued p -> "waits for complete";
            case Phase.Hung p -> "hangs";
            case Phase.Terminated p -> "is dead";
        };
    }
}
