package dev.codepurger.conformance.junit.mutation;

import dev.codepurger.conformance.junit.ConformanceTests;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.purger.Profile;

/**
 * The suite, with the reference implementation as its subject, for PIT: a mutant of the implementation is detected by the cases that it fails. There
 * is a class for each profile whose code is not part of another's. They are no tests of the ordinary build, where {@code codepurger run} does
 * the same.
 */
abstract class SuiteOnReference extends ConformanceTests {
    private final Profile profile;

    SuiteOnReference(Profile profile) {
        this.profile = profile;
    }

    @Override
    protected SubjectProvider subject() {
        try {
            return new Claiming(SubjectRegistry.load().find("reference").orElseThrow(), profile);
        } catch (SubjectException e) {
            throw new IllegalStateException("the reference implementation cannot be had", e);
        }
    }

    /** The same subject, which claims another of its profiles. */
    private record Claiming(SubjectProvider claimed, Profile profile) implements SubjectProvider {

        @Override
        public SubjectInfo info() {
            SubjectInfo own = claimed.info(profile);
            return new SubjectInfo(own.name(), own.version(), own.description(), profile, own.profiles(), own.maxProcesses(),
                    own.capabilities());
        }

        @Override
        public Subject open(OpenOptions options) throws SubjectException {
            return claimed.open(options);
        }

        @Override
        public void close() {
            claimed.close();
        }
    }
}
