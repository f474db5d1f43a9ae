package dev.codepurger.model.closed;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Pid;

/** The messages that the processes of a configuration send. */
public final class Messages {

    private Messages() {}

    /**
     * What a process asks, or sends without asking.
     *
     * @param number who sends it, from 0 in the order of the configuration
     * @param count which of its requests it is, from 1
     */
    public static Message asked(Configuration configuration, int number, int count) {
        Pid from = pid(configuration, number);
        String ref = ActorSteps.ref(configuration, number, count);
        return switch (configuration.processes().get(number).requests().get(count - 1)) {
            case PURGE -> new Message.Purge(ClosedDraft.MODULE, from, ref);
            case SOFT_PURGE -> new Message.SoftPurge(ClosedDraft.MODULE, from, ref);
            case TEST_PURGE -> new Message.TestPurge(ClosedDraft.MODULE, TestType.HARD, from, ref);
            case TEST_SOFT_PURGE -> new Message.TestPurge(ClosedDraft.MODULE, TestType.SOFT, from, ref);
            case FINISH_KEEP -> new Message.FinishAfterOnLoad(ClosedDraft.MODULE, true, from, ref);
            case FINISH_DISCARD -> new Message.FinishAfterOnLoad(ClosedDraft.MODULE, false, from, ref);
            case FORGED_DOWN -> new Message.Down(from, false, false);
        };
    }

    /** A process of a configuration, from 0 in its order. */
    public static Pid pid(Configuration configuration, int number) {
        return ActorSteps.pid(configuration, number);
    }
}
