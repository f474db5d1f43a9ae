package dev.codepurger.conformance.junit.mutation;

import dev.codepurger.conformance.junit.ConformanceTests;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;

/**
 * The suite, with the reference implementation as its subject, for PIT: a mutant of the implementation is detected by the cases that it fails. It
 * is no test of the ordinary build, where {@code codepurger run} does the same.
 */
class SuiteOnReference extends ConformanceTests {

    @Override
    protected SubjectProvider subject() {
        try {
            return SubjectRegistry.load().find("reference").orElseThrow();
        } catch (SubjectException e) {
            throw new IllegalStateException("the reference implementation cannot be had", e);
        }
    }
}
