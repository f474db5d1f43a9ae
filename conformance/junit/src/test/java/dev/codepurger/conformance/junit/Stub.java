package dev.codepurger.conformance.junit;

import com.google.common.util.concurrent.Uninterruptibles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
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
import java.util.concurrent.atomic.AtomicInteger;

/** The model as a subject with a habit; it counts its nodes. */
final class Stub implements SubjectProvider {
    private final Habit habit;
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger mostOpen = new AtomicInteger();

    /** What is wrong with it. */
    enum Habit {
        NONE, LIES, HANGS, CAN_LITTLE, SHOWS_EFFECTS
    }

    Stub(Habit habit) {
        this.habit = habit;
    }

    @Override
    public SubjectInfo info() {
        SubjectInfo info = SubjectInfo.full("stub", "1", "for tests", Profile.SEED, Set.of());
        return switch (habit) {
            case NONE, LIES, HANGS -> info.without(Capability.EFFECTS);
            case CAN_LITTLE -> info.without(Capability.EFFECTS, Capability.PAUSE);
            case SHOWS_EFFECTS -> info;
        };
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        Subject model = new ModelFamily().subjects().get(0).open(options);
        opened.incrementAndGet();
        mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
        return new Node(model);
    }

    private final class Node implements Subject {
        private final Subject model;

        Node(Subject model) {
            this.model = model;
        }

        @Override
        public Response apply(Stimulus stimulus) throws SubjectException {
            if (habit == Habit.HANGS && stimulus instanceof Stimulus.Purge) {
                Uninterruptibles.awaitUninterruptibly(new CountDownLatch(1));
            }
            return model.apply(stimulus);
        }

        @Override
        public List<Observation> poll() throws SubjectException {
            return model.poll().stream().map(this::shown).toList();
        }

        @Override
        public List<Observation> settle(Duration timeout) throws SubjectException {
            return model.settle(timeout).stream().map(this::shown).toList();
        }

        private Observation shown(Observation seen) {
            return habit == Habit.LIES && seen instanceof Label.Replied reply && reply.result() instanceof Result.Hard hard
                    ? new Label.Replied(reply.request(), reply.kind(), new Result.Hard(hard.wasOld(), !hard.killed()))
                    : seen;
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public void close() {
            model.close();
            open.decrementAndGet();
        }
    }
}
