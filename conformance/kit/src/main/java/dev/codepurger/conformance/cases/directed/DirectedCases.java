package dev.codepurger.conformance.cases.directed;

import dev.codepurger.conformance.cases.CaseSource;
import dev.codepurger.conformance.cases.ConformanceCase;
import java.util.List;
import java.util.stream.Stream;

/** All families of directed cases, in the order of the rules. */
public final class DirectedCases implements CaseSource {

    @Override
    public List<ConformanceCase> cases() {
        return Stream
                .of(DispatchCases.all(), PriorityCases.all(), PurgeCases.all(), SoftCases.all(), OnloadCases.all(), FailedOnloadCases.all(),
                        CheckCases.all(), StaleAnswerCases.all(), RequestLimitCases.all(), KillCases.all(), VictimCases.all(),
                        QueueCases.all(),
                        SavedOrDroppedCases.all(),
                        HandshakeCases.all(), HandshakeWordCases.all(), SecondTesterCases.all(), TesterDeathCases.all(), LambdaCases.all(),
                        SuspendedCallerCases.all(), ModuleCases.all())
                .flatMap(List::stream).toList();
    }
}
