package example;

import dev.codepurger.conformance.junit.ConformanceTests;
import dev.codepurger.conformance.subject.SubjectProvider;

/** Shows what a failure looks like. It must fail, so its name keeps it out of an ordinary run: mvn test -Dtest=FaultyPurger */
class FaultyPurger extends ConformanceTests {
    @Override
    protected SubjectProvider subject() {
        return new OurPurger("fault:lost-down");
    }
}
