package example;

import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;

/** The purger under test. An adapter to a real one would implement Subject; this one passes everything on to one that comes with Codepurger. */
final class OurPurger implements SubjectProvider {
    private final SubjectProvider other;

    OurPurger(String name) {
        try {
            other = SubjectRegistry.load().find(name).orElseThrow();
        } catch (SubjectException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public SubjectInfo info() {
        SubjectInfo info = other.info();
        return new SubjectInfo("our-purger", "1.0", "a sample", info.profile(), info.profiles(), info.maxProcesses(), info.capabilities())
                .without(Capability.EFFECTS);
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        return other.open(options);
    }
}
