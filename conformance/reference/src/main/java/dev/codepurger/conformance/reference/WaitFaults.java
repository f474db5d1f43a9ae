package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import dev.codepurger.impl.kernel.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Faults in what becomes of messages while a tester is waited for, before and after. */
final class WaitFaults {
    private WaitFaults() {
    }

    /** A wait that takes every request, and has no use for it. */
    static final class RequestsEaten extends Variation {
        @Override
        Mailbox mailbox(Mailbox right) {
            return eating(right, Message.Request.class);
        }
    }

    /** A mailbox out of which a wait takes these messages too, and has no use for them. */
    static Mailbox eating(Mailbox right, Class<? extends Message> eaten) {
        return new ForwardingMailbox(right) {
            @Override
            public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
                while (true) {
                    Message message = super.receiveFirst(place, one -> eaten.isInstance(one) || wanted.test(one));
                    if (wanted.test(message)) {
                        return message;
                    }
                }
            }
        };
    }

    /** A wait in which another test purge is begun too, as far as its tester can tell. */
    static final class SecondTestStarted extends Variation {
        private @Nullable Kernel kernel;

        @Override
        Kernel kernel(Kernel right) {
            kernel = right;
            return right;
        }

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(right) {
                @Override
                public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
                    while (true) {
                        Message message = super.receiveFirst(place, one -> isTest(one) || wanted.test(one));
                        if (wanted.test(message)) {
                            return message;
                        }
                        if (message instanceof Message.TestPurge(String module, Pid tester, Boolean hard, var ref)) {
                            Objects.requireNonNull(kernel).send(tester, new Message.Started(ref));
                        }
                    }
                }
            };
        }

        private static boolean isTest(Message message) {
            return message instanceof Message.TestPurge(String module, Pid tester, Boolean hard, var ref);
        }
    }

    /** Without old code, a complete counts only if it comes after {@code continued} was sent. */
    static final class EarlyCompleteForgotten extends Variation {
        private final Set<Message> early = ConcurrentHashMap.newKeySet();
        private volatile boolean continued;
        private boolean old;

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public boolean prepare(String module) {
                    old = super.prepare(module);
                    return old;
                }

                @Override
                public void send(Pid to, Message message) {
                    if (message instanceof Message.Continued) {
                        continued = true;
                    } else if (message instanceof Message.TestPurgeResult) {
                        continued = false;
                        early.clear();
                    }
                    super.send(to, message);
                }
            };
        }

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(right) {
                @Override
                public void put(Pid sender, Message message) {
                    if (message instanceof Message.Complete && !continued) {
                        early.add(message);
                    }
                    super.put(sender, message);
                }

                @Override
                public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
                    return super.receiveFirst(place, one -> wanted.test(one) && (old || !early.contains(one)));
                }
            };
        }
    }

    /** A continue or complete that comes during a check, for a test purge that was never asked for, waits for one that will be. */
    static final class StrayKept extends ChangedMail {
        private final Set<Object> sessions = new HashSet<>();
        private final List<Message> strays = new ArrayList<>();

        @Override
        Message taken(Waiting place, Message message) {
            if (message instanceof Message.TestPurge test && test.ref() != null) {
                sessions.add(test.ref());
            }
            if (place == Waiting.CHECK && message instanceof Message.Go word && word.ref() != null && !sessions.contains(word.ref())) {
                strays.add(word);
            }
            return message;
        }

        @Override
        Mailbox mailbox(Mailbox right) {
            return new ForwardingMailbox(super.mailbox(right)) {
                @Override
                public Message receiveFirst(Waiting place, Predicate<Message> wanted) {
                    for (Message stray : strays) {
                        if (wanted.test(stray)) {
                            strays.remove(stray);
                            return stray;
                        }
                    }
                    return super.receiveFirst(place, wanted);
                }
            };
        }
    }

    /** It takes itself, as a tester, for somebody who cannot answer, and so for dead. */
    static final class ItselfNotAwaited extends ForwardingKernel {
        ItselfNotAwaited(Kernel right) {
            super(right);
        }

        @Override
        public Object monitor(Pid pid, Watch why) {
            Object monitor = super.monitor(pid, why);
            if (why == Watch.TESTER && pid.equals(self())) {
                mailbox().put(pid, new Message.Down(monitor, pid, "noproc"));
            }
            return monitor;
        }
    }

    /** When the tester says complete, it looks whether those who stood in the way of a soft purge are dead by now. */
    static final class VerdictRevised extends ChangedMail {
        private final Set<Pid> lingering = new HashSet<>();

        @Override
        Message taken(Waiting place, Message message) {
            if (place == Waiting.CHECK && message instanceof Message.CheckReply reply && reply.refers()) {
                lingering.add(reply.pid());
            }
            return message;
        }

        @Override
        Kernel kernel(Kernel right) {
            Kernel same = super.kernel(right);
            return new ForwardingKernel(same) {
                @Override
                public boolean prepare(String module) {
                    lingering.clear();
                    return super.prepare(module);
                }

                @Override
                public void abort(String module) {
                    if (processes().stream().anyMatch(lingering::contains)) {
                        super.abort(module);
                    } else {
                        super.complete(module);
                    }
                }
            };
        }
    }
}
