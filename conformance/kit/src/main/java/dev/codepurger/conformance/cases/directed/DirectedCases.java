package dev.codepurger.conformance.cases.directed;

import java.util.List;
import java.util.stream.Stream;

import dev.codepurger.conformance.cases.CaseSource;
import dev.codepurger.conformance.cases.ConformanceCase;

/** All families of directed cases. */
public final class DirectedCases implements CaseSource {

    @Override
    public List<ConformanceCase> cases() {
        return Stream.of(PurgeCases.all(), CheckCases.all(), KillCases.all(), QueueCases.all(), HandshakeCases.all(), TesterDeathCases.all(), SoftCases.all(), LambdaCases.all()).flatMap(List::stream).toList();
    }
}
