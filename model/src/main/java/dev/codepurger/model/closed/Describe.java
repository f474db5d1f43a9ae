package dev.codepurger.model.closed;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;

/** Messages and steps in words. */
final class Describe {

    private Describe() {}

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
            case Message.Down m -> "DOWN, " + m.process();
            default -> message.toString();
        };
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
