package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.RequestKind;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.world.Stimulus;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a stimulus puts into the purger's mailbox. */
final class Mail {
    private Mail() {
    }

    static Message of(Stimulus.Send send, Function<String, Pid> pids) {
        return switch (send) {
            case Stimulus.Purge(var request, var module, var from) -> new Message.Purge(module, pids.apply(from), request);
            case Stimulus.SoftPurge(var request, var module, var from) ->
                new Message.SoftPurge(module, pids.apply(from), request);
            case Stimulus.FinishAfterOnLoad(var request, var module, var keep, var from) ->
                new Message.FinishAfterOnLoad(module, keep, pids.apply(from), request);
            case Stimulus.TestPurge(var request, var module, var type, var from) ->
                new Message.TestPurge(module, pids.apply(from), term(type), request);
            case Stimulus.ChangePrio(var request, var priority, var from) ->
                new Message.ChangePrio(pids.apply(from), request, priority.name().toLowerCase(Locale.ROOT));
            case Stimulus.Continue(var ref, var from) -> new Message.Continue(ref);
            case Stimulus.Complete(var ref, var from) -> new Message.Complete(ref);
            case Stimulus.Junk(var kind) -> junk(kind, pids);
            case Stimulus.ForgeDown(var process) -> new Message.Down(new Object(), pids.apply(process), "killed");
            case Stimulus.ForgeCheckReply(var process, var refers) ->
                new Message.CheckReply(new Object(), pids.apply(process), refers);
        };
    }

    private static Object term(TestType type) {
        return switch (type) {
            case HARD -> true;
            case SOFT -> false;
            case OTHER -> "maybe";
        };
    }

    private static Message junk(Stimulus.JunkKind kind, Function<String, Pid> pids) {
        return switch (kind) {
            case MALFORMED_PURGE -> new Message.Malformed(RequestKind.PURGE, List.of("m"));
            case MALFORMED_SOFT_PURGE -> new Message.Malformed(RequestKind.SOFT_PURGE, List.of());
            case MALFORMED_TEST_PURGE -> new Message.Malformed(RequestKind.TEST_PURGE, List.of("m", 1));
            case MALFORMED_FINISH -> new Message.Malformed(RequestKind.FINISH_AFTER_ON_LOAD, List.of("m", true));
            case NON_ATOM_MODULE -> new Message.Purge(42, pids.apply("nobody"), "junk");
            case NON_PID_FROM -> new Message.Purge("m", "nobody", "junk");
            case NON_BOOLEAN_KEEP -> new Message.FinishAfterOnLoad("m", 1, pids.apply("nobody"), "junk");
            case SOFT_PURGE_NON_ATOM_MODULE -> new Message.SoftPurge(42, pids.apply("nobody"), "junk");
            case TEST_PURGE_NON_PID_FROM -> new Message.TestPurge("m", "nobody", true, "junk");
            case FINISH_NON_ATOM_MODULE -> new Message.FinishAfterOnLoad(42, true, pids.apply("nobody"), "junk");
            case ATOM -> new Message.Junk("hello");
            case TUPLE -> new Message.Junk(List.of("hello", 1));
            case INTEGER -> new Message.Junk(42);
            case EXIT_MESSAGE -> new Message.Junk(List.of("EXIT", "nobody", "bye"));
            case UNKNOWN_TAG -> new Message.Junk(List.of("harsh_purge", "m", "nobody", "junk"));
            case UNKNOWN_TAG_WITH_KEEP -> new Message.Junk(List.of("begin_on_load", List.of("m", true), "nobody", "junk"));
            case UNKNOWN_TAG_WITH_TYPE -> new Message.Junk(List.of("try_purge", "m", "nobody", true, "junk"));
        };
    }
}
