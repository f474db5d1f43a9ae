package dev.codepurger.cli;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.model.ModelFamily;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** Bad subjects, made from the model. A service, so public. */
public final class StubFamily implements SubjectFamily {
    /** What no terminal should ever see. */
    static final String HOSTILE = "\u001b[2J\u0007\u202e]]></failure>\u0085\nverdict: conforms";
    /** Lets those go on that wait. */
    static volatile CountDownLatch gate = new CountDownLatch(1);
    /** Counted down when somebody waits. */
    static volatile CountDownLatch waiting = new CountDownLatch(1);

    @Override
    public List<SubjectProvider> subjects() {
        return List.of(
                stub("stub:lies", model -> new Wrapper(model, StubFamily::lie, "")),
                stub("stub:hostile", model -> new Wrapper(model, StubFamily::shout, "")),
                stub("stub:hangs", model -> new Wrapper(model, one -> one, "hang")),
                stub("stub:waits", model -> new Wrapper(model, one -> one, "wait")),
                stub("stub:throws", model -> new Wrapper(model, one -> one, "throw")));
    }

    private static Observation lie(Observation seen) {
        return seen instanceof Label.Replied reply && reply.result() instanceof Result.Hard hard
                ? new Label.Replied(reply.request(), reply.kind(), new Result.Hard(hard.wasOld(), !hard.killed()))
                : seen;
    }

    private static Observation shout(Observation seen) {
        return seen instanceof Label.Down down ? new Label.Down(down.process(), HOSTILE) : seen;
    }

    private static SubjectProvider stub(String name, UnaryOperator<Subject> wrap) {
        SubjectProvider model = new ModelFamily().subjects().get(0);
        SubjectInfo info = SubjectInfo.full(name, "1", "for tests", Profile.SEED, Set.of("hardened")).without(Capability.EFFECTS,
                Capability.CONCURRENT);
        return new SubjectProvider() {
            @Override
            public SubjectInfo info() {
                return info;
            }

            @Override
            public Subject open(OpenOptions options) throws SubjectException {
                return wrap.apply(model.open(options));
            }
        };
    }

    private record Wrapper(Subject model, UnaryOperator<Observation> change, String habit) implements Subject {

        @Override
        public Response apply(Stimulus stimulus) throws SubjectException {
            if (stimulus instanceof Stimulus.Purge) {
                switch (habit) {
                    case "hang" -> Uninterruptibles.awaitUninterruptibly(new CountDownLatch(1));
                    case "wait" -> {
                        waiting.countDown();
                        Uninterruptibles.awaitUninterruptibly(gate);
                    }
                    case "throw" -> throw new IllegalStateException("out of order " + HOSTILE);
                    default -> {
                        // Applies it.
                    }
                }
            }
            return model.apply(stimulus);
        }

        @Override
        public List<Observation> poll() throws SubjectException {
            return model.poll().stream().map(change).toList();
        }

        @Override
        public List<Observation> settle(Duration timeout) throws SubjectException {
            return model.settle(timeout).stream().map(change).toList();
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
