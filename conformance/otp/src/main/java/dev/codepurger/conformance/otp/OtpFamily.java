package dev.codepurger.conformance.otp;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.List;
import java.util.Optional;

/** The subject {@code otp}, with options in its name: {@code otp:schedulers=4}. */
public final class OtpFamily implements SubjectFamily {

    /** For the service loader. */
    public OtpFamily() {
    }

    @Override
    public List<SubjectProvider> subjects() {
        return List.of(new OtpListing());
    }

    /** Compiles the adapter, and starts a node. */
    @Override
    public Optional<SubjectProvider> find(String name) throws SubjectException {
        return OtpOptions.isName(name) ? Optional.of(OtpProvider.start(OtpOptions.parse(name))) : Optional.empty();
    }
}
