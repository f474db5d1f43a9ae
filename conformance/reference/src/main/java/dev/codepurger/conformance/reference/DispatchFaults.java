package dev.codepurger.conformance.reference;

import dev.codepurger.impl.jvm.JvmNode;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.NoPendingOnLoadException;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Faults in what is taken for a request, and when. */
final class DispatchFaults {
    private DispatchFaults() {
    }

    static final class NothingOldUnanswered extends ForwardingKernel {
        private boolean nothingOld;

        NothingOldUnanswered(Kernel right) {
            super(right);
        }

        @Override
        public boolean prepare(String module) {
            boolean old = super.prepare(module);
            nothingOld = !old;
            return old;
        }

        @Override
        public void send(Pid to, Message message) {
            boolean answer = message instanceof Message.Reply || message instanceof Message.TestPurgeResult;
            if (!answer || !nothingOld) {
                super.send(to, message);
            }
            nothingOld &= !answer;
        }
    }

    static final class CrashesOnGarbage extends ChangedMail {
        @Override
        Message taken(Waiting place, Message message) {
            if (place == Waiting.REQUEST && message instanceof Message.Junk junk && !isExit(junk)) {
                throw new NoPendingOnLoadException(String.valueOf(junk.term()));
            }
            return message;
        }
    }

    static final class ExitSignalObeyed extends ChangedMail {
        @Override
        Message taken(Waiting place, Message message) {
            if (place == Waiting.REQUEST && message instanceof Message.Junk junk && isExit(junk)) {
                kernel().kill(kernel().self());
            }
            return message;
        }
    }

    private static boolean isExit(Message.Junk junk) {
        return junk.term() instanceof List<?> tuple && !tuple.isEmpty() && "EXIT".equals(tuple.get(0));
    }

    /** The soft purges that are in the mailbox are known from when they are put. */
    static final class SoftPurgesFirst extends Variation {
        private final Set<Message> soft = ConcurrentHashMap.newKeySet();

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(right) {
                @Override
                public void put(Pid sender, Message message) {
                    if (message instanceof Message.SoftPurge) {
                        soft.add(message);
                    }
                    super.put(sender, message);
                }

                @Override
                public Message receive(Waiting place) {
                    Message taken = place == Waiting.REQUEST ? super.receiveFirst(place, one -> soft.isEmpty() || soft.contains(one))
                            : super.receive(place);
                    soft.remove(taken);
                    return taken;
                }
            };
        }
    }

    static final class DeadRequesterSkipped extends ChangedMail {
        @Override
        @Nullable Message taken(Waiting place, Message message) {
            boolean skipped = place == Waiting.REQUEST && requester(message) instanceof Pid pid && !isAlive(pid);
            return skipped ? null : message;
        }
    }

    private static @Nullable Object requester(Message message) {
        return switch (message) {
            case Message.Purge request -> request.from();
            case Message.SoftPurge request -> request.from();
            case Message.FinishAfterOnLoad request -> request.from();
            case Message.TestPurge request -> request.from();
            default -> null;
        };
    }

    static final class CannotBeKilled extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return stimulus.equals(new Stimulus.Kill(JvmNode.PURGER)) ? Response.OK : right.apply(stimulus);
        }
    }

    static final class AnyTypeIsHard extends ChangedMail {
        @Override
        Message taken(Waiting place, Message message) {
            return message instanceof Message.TestPurge(String module, Pid from, Object type, var ref) && !(type instanceof Boolean)
                    ? new Message.TestPurge(module, from, true, ref)
                    : message;
        }
    }

    /** Once it has given up a purge it waits for the answers that are still open. */
    static final class HangsAfterAbort extends Variation {
        private boolean aborted;

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public void abort(String module) {
                    super.abort(module);
                    aborted = true;
                }
            };
        }

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(right) {
                @Override
                public Message receive(Waiting place) {
                    return aborted ? super.receiveFirst(Waiting.CHECK, message -> false) : super.receive(place);
                }
            };
        }
    }
}
