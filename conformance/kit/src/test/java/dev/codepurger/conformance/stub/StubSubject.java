package dev.codepurger.conformance.stub;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Quiet;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A subject that answers OK to everything and shows nothing; tests override what they are about. */
public class StubSubject implements Subject {
    /** What was done to it. */
    public final List<Stimulus> done = new ArrayList<>();
    /** Whether it was closed. */
    public volatile boolean closed;

    /** How a test makes one. */
    public interface Opening {
        Subject open(OpenOptions options) throws SubjectException;
    }

    /** A provider of stubs with every capability but the missing ones. */
    public static SubjectProvider provider(Opening opening, Capability... missing) {
        SubjectInfo info = SubjectInfo.full("stub", "1", "a stub", Profile.SEED, Set.of("hardened")).without(Capability.CONCURRENT)
                .without(missing);
        return new SubjectProvider() {
            @Override
            public SubjectInfo info() {
                return info;
            }

            @Override
            public Subject open(OpenOptions options) throws SubjectException {
                return opening.open(options);
            }
        };
    }

    /** The quiet that it shows when asked to settle. */
    public static Quiet idle() {
        return new Quiet(QuietKind.IDLE, ImmutableSortedSet.of());
    }

    @Override
    public Response apply(Stimulus stimulus) throws SubjectException {
        done.add(stimulus);
        return Response.OK;
    }

    @Override
    public List<Observation> poll() throws SubjectException {
        return List.of();
    }

    @Override
    public List<Observation> settle(Duration timeout) throws SubjectException {
        return List.of(idle());
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Every capability. */
    public static ImmutableSet<Capability> everything() {
        return ImmutableSet.copyOf(Capability.values());
    }
}
