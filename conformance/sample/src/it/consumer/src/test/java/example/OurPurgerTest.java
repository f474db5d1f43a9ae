package example;

import dev.codepurger.conformance.junit.ConformanceTests;
import dev.codepurger.conformance.subject.SubjectProvider;

class OurPurgerTest extends ConformanceTests {
    @Override
    protected SubjectProvider subject() {
        return new OurPurger("reference");
    }
}
