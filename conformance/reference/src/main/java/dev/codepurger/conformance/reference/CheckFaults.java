package dev.codepurger.conformance.reference;

import dev.codepurger.impl.Profile;
import dev.codepurger.impl.internal.Steps;
import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import dev.codepurger.impl.kernel.Waiting;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Faults in what a check makes of the answers. */
final class CheckFaults {
    private CheckFaults() {
    }

    static final class StaleReplyAccepted extends Steps {
        StaleReplyAccepted(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean belongs(Object tag, Message.CheckReply reply) {
            return true;
        }
    }

    static final class SoftPurgeKills extends Steps {
        SoftPurgeKills(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean killsLingering(boolean hard) {
            return true;
        }

        @Override
        protected boolean endsOnLingering(boolean hard) {
            return false;
        }

        @Override
        protected boolean checkEnded(boolean hard, int openRequests, int outstandingKills, int waitingVictims) {
            return super.checkEnded(true, openRequests, outstandingKills, waitingVictims);
        }
    }

    static final class SoftPurgeCompletes extends Steps {
        SoftPurgeCompletes(Profile profile) {
            super(profile);
        }

        @Override
        protected boolean completesInSpite() {
            return true;
        }
    }

    /** Somebody's answer is never taken for true while it is his own request that is served. */
    static final class RequesterSpared extends ChangedMail {
        private final Class<? extends Message.Request> request;
        private @Nullable Pid spared;

        RequesterSpared(Class<? extends Message.Request> request) {
            this.request = request;
        }

        @Override
        Message taken(Waiting place, Message message) {
            if (place == Waiting.REQUEST) {
                spared = request.isInstance(message) ? requester(message) : null;
            }
            return message instanceof Message.CheckReply(var tag, Pid pid, var refers) && pid.equals(spared)
                    ? new Message.CheckReply(tag, pid, false)
                    : message;
        }

        private static @Nullable Pid requester(Message message) {
            return switch (message) {
                case Message.Purge(var module, Pid from, var ref) -> from;
                case Message.TestPurge(var module, Pid from, var type, var ref) -> from;
                default -> null;
            };
        }
    }

    /** A variable that is not set back: after the first true answer of a check all others are taken for true. */
    static final class TrueSticks extends ChangedMail {
        private @Nullable Object stuck;

        @Override
        Message taken(Waiting place, Message message) {
            if (place != Waiting.CHECK || !(message instanceof Message.CheckReply(var tag, Pid pid, var refers))) {
                return message;
            }
            if (refers) {
                stuck = tag;
            }
            boolean taken = refers || (tag != null && tag.equals(stuck) && !pid.equals(kernel().self()));
            return new Message.CheckReply(tag, pid, taken);
        }
    }

    static final class AnswersOfTheDeadLost extends ChangedMail {
        @Override
        @Nullable Message taken(Waiting place, Message message) {
            boolean lost = place == Waiting.CHECK && message instanceof Message.CheckReply(var tag, Pid pid, var refers) && !isAlive(pid);
            return lost ? null : message;
        }
    }

    static final class ItselfSpared extends ForwardingKernel {
        ItselfSpared(Kernel right) {
            super(right);
        }

        @Override
        public void kill(Pid pid) {
            if (!pid.equals(self())) {
                super.kill(pid);
            }
        }
    }

    /** Suspended processes are taken for such as will answer when they run again; they are not asked. */
    static final class SuspendedNotAsked extends Variation {
        private final Set<String> suspended = ConcurrentHashMap.newKeySet();

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            Response response = right.apply(stimulus);
            if (response == Response.OK && stimulus instanceof Stimulus.Suspend(String process)) {
                suspended.add(process);
            }
            if (stimulus instanceof Stimulus.Unsuspend(String process)) {
                suspended.remove(process);
            }
            return response;
        }

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public void requestCheck(Pid pid, String module, Object tag) {
                    if (!suspended.contains(pid.name())) {
                        super.requestCheck(pid, module, tag);
                    }
                }
            };
        }
    }

    /** Gives up every soft purge. */
    static final class SoftPurgeNeverCompletes extends Variation {
        private boolean soft;
        private boolean givenUp;

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
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public boolean prepare(String module) {
                    givenUp = false;
                    return super.prepare(module);
                }

                @Override
                public void complete(String module) {
                    givenUp = soft;
                    if (soft) {
                        super.abort(module);
                    } else {
                        super.complete(module);
                    }
                }

                @Override
                public void send(Pid to, Message message) {
                    super.send(to, switch (message) {
                        case Message.Reply(var kind, Answer.Soft answer, var ref) when givenUp ->
                            new Message.Reply(kind, new Answer.Soft(false), ref);
                        case Message.TestPurgeResult(Answer.Soft answer, var ref) when givenUp ->
                            new Message.TestPurgeResult(new Answer.Soft(false), ref);
                        default -> message;
                    });
                }
            };
        }
    }
}
