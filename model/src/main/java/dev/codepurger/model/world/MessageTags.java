package dev.codepurger.model.world;

import dev.codepurger.model.purger.Message;
import java.util.Locale;

/** What the effect channel calls a message: its tag. */
final class MessageTags {

    private MessageTags() {}

    static String of(Message message) {
        return switch (message) {
            case Message.Tagged request -> request.tag().name().toLowerCase(Locale.ROOT);
            case Message.Continue word -> "continue";
            case Message.Complete word -> "complete";
            case Message.CheckReply reply -> "check_process_code";
            case Message.Down down -> "DOWN";
            case Message.ChangePrio change -> "change_prio";
            case Message.ExitSignal garbage -> "garbage";
            case Message.Garbage garbage -> "garbage";
        };
    }
}
