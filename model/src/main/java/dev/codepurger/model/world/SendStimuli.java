package dev.codepurger.model.world;

import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.RequestTag;
import dev.codepurger.model.purger.Message.Tag;
import dev.codepurger.model.purger.Pid;

import org.jspecify.annotations.Nullable;

/** What the harness lets processes send to the purger. */
final class SendStimuli {

    private final World world;
    private final Draft draft;

    SendStimuli(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
    }

    @Nullable Response send(Stimulus.Send send) {
        return switch (send) {
            case Stimulus.Purge s -> from(s.from(), pid -> new Message.Purge(s.module(), pid, s.request()));
            case Stimulus.SoftPurge s -> from(s.from(), pid -> new Message.SoftPurge(s.module(), pid, s.request()));
            case Stimulus.FinishAfterOnLoad s ->
                from(s.from(), pid -> new Message.FinishAfterOnLoad(s.module(), s.keep(), pid, s.request()));
            case Stimulus.TestPurge s -> from(s.from(), pid -> new Message.TestPurge(s.module(), s.type(), pid, s.request()));
            case Stimulus.ChangePrio s -> from(s.from(), pid -> new Message.ChangePrio(s.priority(), pid, s.request()));
            case Stimulus.Continue s -> from(s.from(), pid -> new Message.Continue(s.ref()));
            case Stimulus.Complete s -> from(s.from(), pid -> new Message.Complete(s.ref()));
            case Stimulus.Junk s -> put(junk(s.kind()));
            case Stimulus.ForgeDown s -> put(new Message.Down(stranger(s.process()), false, false));
            case Stimulus.ForgeCheckReply s -> put(new Message.CheckReply(Tag.FOREIGN, stranger(s.process()), s.refers()));
        };
    }

    private interface MessageFrom {
        Message from(Pid pid);
    }

    private @Nullable Response from(String name, MessageFrom message) {
        if (name.equals(World.PURGER.name())) {
            return put(message.from(World.PURGER));
        }
        ProcessStimuli processes = new ProcessStimuli(world, draft);
        Naming.Named named = processes.alive(name);
        if (named == null || processes.isStoppedUnseen()) {
            return Response.NO_EFFECT;
        }
        Local local = named.local();
        if (Calls.isDue(local)) {
            return Calls.whileDue(draft, local);
        }
        return local.acts() ? put(message.from(named.pid())) : Response.NO_EFFECT;
    }

    private Response put(Message message) {
        draft.append(message);
        return Response.OK;
    }

    /** A forged signal may name anybody; the purger only compares. */
    private Pid stranger(String name) {
        Naming.Named named = Naming.name(draft, world, name);
        return named == null ? new Pid(-1, Met.plain(name)) : named.pid();
    }

    private static Message junk(Stimulus.JunkKind kind) {
        return switch (kind) {
            case MALFORMED_PURGE, NON_ATOM_MODULE, NON_PID_FROM -> new Message.Malformed(RequestTag.PURGE);
            case MALFORMED_SOFT_PURGE, SOFT_PURGE_NON_ATOM_MODULE -> new Message.Malformed(RequestTag.SOFT_PURGE);
            case MALFORMED_TEST_PURGE, TEST_PURGE_NON_PID_FROM -> new Message.Malformed(RequestTag.TEST_PURGE);
            case MALFORMED_FINISH, NON_BOOLEAN_KEEP, FINISH_NON_ATOM_MODULE -> new Message.Malformed(RequestTag.FINISH_AFTER_ON_LOAD);
            case EXIT_MESSAGE -> new Message.ExitSignal();
            case ATOM, TUPLE, INTEGER, UNKNOWN_TAG, UNKNOWN_TAG_WITH_KEEP, UNKNOWN_TAG_WITH_TYPE -> new Message.Garbage("junk");
        };
    }
}
