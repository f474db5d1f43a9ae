package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.model.world.Label.Down;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Returned;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Faults in what becomes of callers of old funs: mostly the node's, not the purger's. */
final class LambdaFaults {
    private LambdaFaults() {
    }

    static final class PrepareMarksNothing extends ForwardingKernel {
        PrepareMarksNothing(Kernel right) {
            super(right);
        }

        @Override
        public boolean prepare(String module) {
            boolean old = super.prepare(module);
            if (old) {
                super.abort(module);
            }
            return old;
        }

        @Override
        public void complete(String module) {
            // What is not marked cannot be removed.
            if (super.prepare(module)) {
                super.complete(module);
            }
        }
    }

    /** Says something else in the place of one outcome. */
    static final class OutcomeMistaken extends Variation {
        private final String right;
        private final String wrong;

        OutcomeMistaken(String right, String wrong) {
            this.right = right;
            this.wrong = wrong;
        }

        @Override
        Observation seen(Observation seen) {
            return switch (seen) {
                case Returned(String call, String outcome) when outcome.equals(right) -> new Returned(call, wrong);
                case Down(String process, String reason) when reason.equals(right) -> new Down(process, wrong);
                default -> seen;
            };
        }
    }

    static final class NeverLoadsOnDemand extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return stimulus instanceof Stimulus.Offer ? Response.OK : right.apply(stimulus);
        }
    }

    /** Same code that is loaded again is taken for other code. */
    static final class SameCodeUnrecognised extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return right.apply(stimulus instanceof Stimulus.Load load ? new Stimulus.Load(load.module(), false) : stimulus);
        }
    }

    /** Knows who calls what, and which modules are being purged. */
    abstract static class CallsKnown extends Variation {
        /** Calls of funs that have not returned, by their callers. */
        final Map<String, String> calling = new ConcurrentHashMap<>();
        final Set<String> purged = ConcurrentHashMap.newKeySet();

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            if (!(stimulus instanceof Stimulus.CallFun(String call, String process, String fun))) {
                return right.apply(stimulus);
            }
            // It may return before the response does.
            boolean first = calling.putIfAbsent(process, call) == null;
            Response response = right.apply(stimulus);
            if (first && response != Response.OK) {
                calling.remove(process);
            }
            return response;
        }

        @Override
        Observation seen(Observation right) {
            if (right instanceof Returned returned) {
                calling.values().remove(returned.call());
            }
            return right;
        }

        void aborted() {
            // For those who care.
        }

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public boolean prepare(String module) {
                    purged.add(module);
                    return super.prepare(module);
                }

                @Override
                public void complete(String module) {
                    super.complete(module);
                    purged.remove(module);
                }

                @Override
                public void abort(String module) {
                    aborted();
                    super.abort(module);
                    purged.remove(module);
                }
            };
        }
    }

    static final class BadfunAfterAbort extends CallsKnown {
        private final Set<String> doomed = ConcurrentHashMap.newKeySet();

        @Override
        void aborted() {
            doomed.addAll(calling.values());
        }

        @Override
        Observation seen(Observation right) {
            Observation seen = super.seen(right);
            return seen instanceof Returned returned && doomed.remove(returned.call()) ? new Returned(returned.call(), "badfun") : seen;
        }
    }

    static final class SuspendedCallerSurvives extends CallsKnown {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            boolean ignored = stimulus instanceof Stimulus.Kill(String process) && calling.containsKey(process);
            return ignored ? Response.OK : super.respond(stimulus, right);
        }
    }

    static final class SpawnedNotSuspended extends CallsKnown {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            boolean runs = stimulus instanceof Stimulus.Spawn spawn && spawn.where() instanceof Where.OnFun && !purged.isEmpty();
            return runs && stimulus instanceof Stimulus.Spawn spawn
                    ? right.apply(new Stimulus.Spawn(spawn.process(), new Where.Nowhere(), spawn.traits()))
                    : super.respond(stimulus, right);
        }
    }

    /** Somebody speaks for a tester that is suspended. */
    static final class SuspendedTesterAnswers extends CallsKnown {
        private @Nullable Kernel kernel;

        @Override
        Kernel kernel(Kernel right) {
            kernel = right;
            return super.kernel(right);
        }

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            Response response = super.respond(stimulus, right);
            if (response == Response.NO_EFFECT) {
                switch (stimulus) {
                    case Stimulus.Continue(String ref, String from) when calling.containsKey(from) -> speak(new Message.Continue(ref));
                    case Stimulus.Complete(String ref, String from) when calling.containsKey(from) -> speak(new Message.Complete(ref));
                    default -> {
                        // Nobody speaks.
                    }
                }
            }
            return response;
        }

        private void speak(Message word) {
            Kernel here = Objects.requireNonNull(kernel);
            here.mailbox().put(here.self(), word);
        }
    }
}
