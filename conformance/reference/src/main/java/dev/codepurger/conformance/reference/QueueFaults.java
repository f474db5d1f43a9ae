package dev.codepurger.conformance.reference;

import com.google.common.collect.Lists;
import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Effect;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.RequestKind;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Faults in what becomes of requests that come during a check. */
final class QueueFaults {
    private QueueFaults() {
    }

    static final class Reversed extends Steps {
        Reversed(Profile profile) {
            super(profile);
        }

        @Override
        protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
            return super.merge(savedBefore, Lists.reverse(savedNow));
        }
    }

    static final class Lost extends Steps {
        Lost(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return false;
        }
    }

    static final class FinishSaved extends Steps {
        FinishSaved(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return true;
        }
    }

    static final class FinishLost extends Steps {
        FinishLost(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return request.kind() != RequestKind.FINISH_AFTER_ON_LOAD;
        }
    }

    static final class MalformedDropped extends Steps {
        MalformedDropped(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return !(request instanceof Message.Malformed) && super.saves(request);
        }
    }

    static final class OwnResultDropped extends Steps {
        OwnResultDropped(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean saves(Message.Request request) {
            return !(request instanceof Message.TestPurgeResult) && super.saves(request);
        }
    }

    /** Hard purges of a module that was being purged when they came have nothing to do any more, or so it thinks. */
    static final class Coalesced extends Variation {
        private final List<String> done = new ArrayList<>();
        private String module = "";

        @Override
        Steps steps(Profile profile) {
            return new Steps(profile) {
                @Override
                protected List<Message> merge(List<Message> savedBefore, List<Message> savedNow) {
                    savedNow.forEach(one -> {
                        if (one instanceof Message.Purge(String same, Pid from, var ref) && same.equals(module)) {
                            done.add(same);
                        }
                    });
                    return super.merge(savedBefore, savedNow);
                }
            };
        }

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public boolean prepare(String of) {
                    module = of;
                    return !done.remove(of) && super.prepare(of);
                }
            };
        }
    }

    /** A check saves what it does not understand, too. */
    static final class GarbageKept extends ChangedMail {
        private final Queue<Message> kept = new ArrayDeque<>();

        @Override
        @Nullable Message taken(Waiting place, Message message) {
            if (place == Waiting.CHECK && message instanceof Message.Junk) {
                kernel().note(new Effect.Saved(message));
                kept.add(message);
                return null;
            }
            return message;
        }

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(super.mailbox(right)) {
                @Override
                public Message receive(Waiting place) {
                    return place == Waiting.REQUEST && !kept.isEmpty() ? kept.remove() : super.receive(place);
                }
            };
        }
    }
}
