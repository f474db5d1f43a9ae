package dev.codepurger.conformance.junit;

import com.google.common.collect.Multimaps;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.run.ReplayLine;
import dev.codepurger.conformance.run.RunOptions;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The conformance suite as JUnit tests, one for each case. Extend it, say who is judged, and run it as any other test:
 *
 * <pre>{@code
 * class OurPurgerTest extends ConformanceTests {
 *     @Override
 *     protected SubjectProvider subject() {
 *         return new OurPurger();
 *     }
 * }
 * }</pre>
 *
 * <p>The subject is judged by the profile that its {@code info()} claims. The display name of a test is the id of its case, and it stands in a
 * container named as the first word of it, such as {@code kill}. Ids are never changed and never used again, so build servers can follow them. If
 * the subject shows its effects, most cases run twice, and the name of the second says so.
 *
 * <p>A case that the subject cannot run, or that is for another profile, is aborted with its reason, which JUnit counts as skipped. A case that
 * the subject violates fails; so does one of which nothing can be said (the subject did not answer in time), since it has not been shown to
 * conform. If all cases that were asked for would be skipped, the whole fails: nothing would have been judged.
 *
 * <p>The provider is made once, and opened for each attempt at a case anew; before the next attempt the node is closed. Cases run one after the
 * other, in the same thread, also where JUnit runs tests in parallel: they measure how long a subject takes to answer. Several classes, for
 * several subjects, may run at the same time.
 *
 * <p>System properties decide how it is run; see {@link #CASES}, {@link #SEED}, {@link #TIMEOUT} and {@link #REPLAY}. A wrong value fails with
 * one line that says so.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class ConformanceTests {
    /**
     * The system property {@value} says which cases run: ids of cases or rules, with {@code *} and {@code ?}, and commas between. All cases run if
     * it is not set.
     */
    public static final String CASES = "codepurger.cases";
    /** The system property {@value} is the seed that decides every choice, a whole number. It is 1 if it is not set. */
    public static final String SEED = "codepurger.seed";
    /** The system property {@value} says how long the subject may take for one thing, such as {@code 500ms}. It is {@code 10s} if it is not set. */
    public static final String TIMEOUT = "codepurger.timeout";
    /** The system property {@value} is a replay line, as a failure prints it: then this is done, and nothing else. */
    public static final String REPLAY = "codepurger.replay";

    /** For classes that say who is judged. */
    protected ConformanceTests() {
    }

    /** Who is judged. Asked once for each run of the suite. */
    protected abstract SubjectProvider subject();

    /**
     * The suite, to be called by JUnit.
     *
     * @throws IllegalArgumentException if a system property has a wrong value, with one line that says which and why
     */
    @TestFactory
    public final Stream<DynamicNode> conformance() {
        Settings settings = Settings.of(System::getProperty);
        SubjectProvider subject = subject();
        if (settings.replay().isPresent()) {
            ReplayLine line = settings.replay().get();
            ConformanceCase one = settings.replayed(line, subject);
            return Stream.of(DynamicTest.dynamicTest(one.name(), () -> Judgement.of(line, subject).replay(one, line)));
        }
        SubjectInfo info = subject.info();
        RunOptions options = settings.options(info.profile());
        List<ConformanceCase> cases = options.channels().plan(settings.selected(), info);
        Judgement judgement = new Judgement(subject, options, new OracleJudges());
        judgement.requireSomethingToJudge(cases);
        return Multimaps.index(cases, ConformanceCase::kind).asMap().entrySet().stream()
                .map(kind -> DynamicContainer.dynamicContainer(kind.getKey(),
                        kind.getValue().stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> judgement.judge(one)))));
    }
}
