package dev.codepurger.conformance.otp;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.model.purger.Profile;
import java.util.EnumSet;

/** What a list says of {@code otp}: no node is started for that. */
final class OtpListing implements SubjectProvider {
    private static final String DESCRIPTION = "a real Erlang node";

    @Override
    public SubjectInfo info() {
        boolean there = Erlang.isThere();
        return new SubjectInfo(OtpOptions.NAME, "", there ? DESCRIPTION : DESCRIPTION + "; not there: install erlang-base", Profile.SEED,
                ImmutableSet.of(Profile.OTP_25.name()), 1000, there ? capabilities() : ImmutableSet.of());
    }

    /** What a node can do on its two schedulers. */
    private static ImmutableSet<Capability> capabilities() {
        return Sets.difference(EnumSet.allOf(Capability.class), EnumSet.of(Capability.CONCURRENT, Capability.KILL_LIMIT,
                Capability.CHANGE_PRIO, Capability.STALL_PREPARE, Capability.LAST_EFFECTS, Capability.LIMITED_EFFECTS)).immutableCopy();
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        throw new SubjectException("otp is to be found by its name before it is opened");
    }
}
