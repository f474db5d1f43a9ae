package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.ForwardingMailbox;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Mailbox;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Faults in which a check does nothing before all answers are in. All of this runs on the purger's thread. */
abstract class LateAnswers extends Variation {
    private final Queue<Message> kept = new ArrayDeque<>();
    private final Set<Pid> asked = new HashSet<>();
    private @Nullable Kernel kernel;
    private @Nullable Object tag;
    private @Nullable String module;
    private int open;

    /** Does this check wait at all? */
    boolean waits() {
        return true;
    }

    /** An answer of this check has come, and is going to be kept; who else is to be asked may be asked now. */
    abstract void came(Message.CheckReply reply);

    /** Is this answer to be counted, when its turn comes? */
    abstract boolean counts(Pid pid);

    /** All who live. */
    final Set<Pid> alive() {
        return Set.copyOf(Objects.requireNonNull(kernel).processes());
    }

    final boolean wasAsked(Pid pid) {
        return asked.contains(pid);
    }

    /** Asks one more. */
    final void ask(Pid pid) {
        Objects.requireNonNull(kernel).requestCheck(pid, Objects.requireNonNull(module), Objects.requireNonNull(tag));
        asked.add(pid);
        open++;
    }

    @Override
    Kernel kernel(Kernel right) {
        kernel = right;
        return new ForwardingKernel(right) {
            @Override
            public void requestCheck(Pid pid, String of, Object session) {
                if (!session.equals(tag)) {
                    tag = session;
                    module = of;
                    open = 0;
                    asked.clear();
                    kept.clear();
                }
                asked.add(pid);
                open++;
                super.requestCheck(pid, of, session);
            }
        };
    }

    @Override
    Mailbox mailbox(Mailbox right) {
        return new ForwardingMailbox(right) {
            @Override
            public Message receive(Waiting place) {
                while (place == Waiting.CHECK && waits()) {
                    if (open == 0 && !kept.isEmpty()) {
                        return kept.remove();
                    }
                    Message message = super.receive(place);
                    if (!(message instanceof Message.CheckReply reply) || !Objects.equals(reply.tag(), tag)) {
                        return message;
                    }
                    came(reply);
                    open--;
                    if (counts(reply.pid())) {
                        kept.add(reply);
                    }
                }
                return super.receive(place);
            }
        };
    }

    /** A soft purge does not give up before the last answer. */
    static final class SoftPurgeAwaitsAll extends LateAnswers {
        private boolean soft;

        @Override
        Steps steps(Profile profile) {
            return new Steps(profile) {
                @Override
                protected boolean checkEnded(boolean hard, int openRequests, int outstandingKills, int waitingVictims) {
                    soft = !hard;
                    return super.checkEnded(hard, openRequests, outstandingKills, waitingVictims);
                }
            };
        }

        @Override
        boolean waits() {
            return soft;
        }

        @Override
        void came(Message.CheckReply reply) {
            // They are only kept.
        }

        @Override
        boolean counts(Pid pid) {
            return true;
        }
    }

    /** A check asks those too who were spawned meanwhile, and waits for them. */
    static final class NewbornAsked extends LateAnswers {
        private final Set<Pid> newborn = new HashSet<>();

        @Override
        void came(Message.CheckReply reply) {
            for (Pid pid : alive()) {
                if (!wasAsked(pid)) {
                    newborn.add(pid);
                    ask(pid);
                }
            }
        }

        @Override
        boolean counts(Pid pid) {
            return !newborn.contains(pid);
        }
    }
}
