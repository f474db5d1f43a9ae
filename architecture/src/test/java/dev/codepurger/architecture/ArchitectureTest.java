package dev.codepurger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

/** Holds the arrows {@code spec <- model <- conformance -> impl}, and a few habits that keep them honest. */
class ArchitectureTest {
    private static final String SPEC = "dev.codepurger.spec..";
    private static final String MODEL = "dev.codepurger.model..";
    private static final String PURGER = "dev.codepurger.model.purger..";
    private static final String WORLD = "dev.codepurger.model.world..";
    private static final String CLOSED = "dev.codepurger.model.closed..";
    private static final String IMPL = "dev.codepurger.impl..";
    private static final String IMPL_INTERNAL = "dev.codepurger.impl.internal..";
    private static final String CONFORMANCE = "dev.codepurger.conformance..";
    private static final String REFERENCE = "dev.codepurger.conformance.reference..";
    private static final String EXEC = "dev.codepurger.conformance.exec..";
    private static final String OTP = "dev.codepurger.conformance.otp..";
    private static final String JUNIT = "dev.codepurger.conformance.junit..";
    private static final String CLI = "dev.codepurger.cli..";
    private static final String TESTING = "dev.codepurger.testing..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.codepurger");

    @Test
    void specDependsOnNothingOfOurs() {
        noClasses().that().resideInAPackage(SPEC)
                .should().dependOnClassesThat().resideInAnyPackage(MODEL, IMPL, CONFORMANCE, CLI)
                .because("the rules come first: everything else is judged by them")
                .check(CLASSES);
    }

    @Test
    void modelDependsOnSpecOnly() {
        noClasses().that().resideInAPackage(MODEL)
                .should().dependOnClassesThat().resideInAnyPackage(IMPL, CONFORMANCE, CLI)
                .because("a model that sees the implementation repeats its mistakes, and one that sees the suite is bent to it")
                .check(CLASSES);
    }

    @Test
    void implDependsOnNothingOfOurs() {
        noClasses().that().resideInAPackage(IMPL)
                .should().dependOnClassesThat().resideInAnyPackage(SPEC, MODEL, CONFORMANCE, CLI)
                .because("an implementation that reads the rules or the model could agree with them by construction")
                .check(CLASSES);
    }

    @Test
    void enginesKnowNothingOfPurging() {
        noClasses().that()
                .resideInAnyPackage("dev.codepurger.model.lts..", "dev.codepurger.model.explore..", "dev.codepurger.model.oracle..")
                // A history holds labels of the world, a memory gives its processes new numbers, and the options say what of it is not seen; these searches
                // are not generic yet.
                .and()
                .haveNameNotMatching(
                        ".*\\.oracle\\.(PurgeOracle|OracleOptions|Blame|History.*|LongHistory|Likely|Orders|Ahead|Apart|Memory)(\\$.*)?")
                .should().dependOnClassesThat().resideInAnyPackage(PURGER, WORLD, CLOSED)
                .because("exploration and judgement work on any transition system; only those that bring them to the purger know it")
                .check(CLASSES);
    }

    @Test
    void purgerModelStandsAlone() {
        noClasses().that().resideInAPackage(PURGER)
                .should().dependOnClassesThat()
                .resideInAnyPackage(WORLD, "dev.codepurger.model.explore..", "dev.codepurger.model.oracle..")
                .because("the model of the purger is read side by side with the Erlang module, which knows no harness")
                .check(CLASSES);
    }

    @Test
    void modelsArePure() {
        noClasses().that().resideInAnyPackage(PURGER, WORLD, CLOSED)
                .should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..", "java.util.random..", "java.io..",
                        "java.net..", "java.nio..")
                .orShould().dependOnClassesThat().belongToAnyOf(Thread.class, java.util.Random.class)
                .because("a state of the model is a value: its steps have no threads, no chance and no input or output")
                .check(CLASSES);
    }

    @Test
    void kitKnowsNoImplementationAndNoFrontEnd() {
        noClasses().that().resideInAPackage(CONFORMANCE).and().resideOutsideOfPackages(REFERENCE, JUNIT)
                .should().dependOnClassesThat().resideInAnyPackage(IMPL, REFERENCE, JUNIT, CLI)
                .because("the suite judges any subject, and is run by any front end")
                .check(CLASSES);
    }

    @Test
    void kitKnowsNoTestFramework() {
        noClasses().that().resideInAPackage(CONFORMANCE).and().resideOutsideOfPackage(JUNIT)
                .should().dependOnClassesThat().resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("cases run outside a test engine too: JUnit belongs to conformance/junit")
                .check(CLASSES);
    }

    @Test
    void referenceSubjectKnowsNoFrontEnd() {
        noClasses().that().resideInAPackage(REFERENCE)
                .should().dependOnClassesThat().resideInAnyPackage(JUNIT, CLI)
                .because("a subject does not know who runs the suite")
                .check(CLASSES);
    }

    @Test
    void programsAsSubjectsAreForFrontEndsOnly() {
        noClasses().that().resideOutsideOfPackages(EXEC, OTP, CLI)
                .should().dependOnClassesThat().resideInAnyPackage(EXEC, OTP)
                .because("the suite does not know in which language a subject is written")
                .check(CLASSES);
    }

    @Test
    void jsonStaysAtTheEdges() {
        noClasses().that().resideOutsideOfPackages(EXEC, OTP, CLI)
                .should().dependOnClassesThat().resideInAnyPackage("com.fasterxml..", "com.networknt..")
                .because("whoever embeds the suite in a build of their own should not get a JSON library with it")
                .check(CLASSES);
    }

    @Test
    void junitModuleBringsNoImplementation() {
        noClasses().that().resideInAPackage(JUNIT)
                .should().dependOnClassesThat().resideInAnyPackage(IMPL, REFERENCE, CLI)
                .because("users who test an implementation of their own get ours only when they ask for it")
                .check(CLASSES);
    }

    @Test
    void internalsOfTheImplementationAreForItselfAndItsFaults() {
        classes().that().resideInAPackage(IMPL_INTERNAL)
                .should().onlyHaveDependentClassesThat().resideInAnyPackage(IMPL, REFERENCE)
                .because("only the faults of the reference subject may reach below the API")
                .check(CLASSES);
    }

    @Test
    void onlyTheEntryPointEndsTheProcess() {
        noClasses().that().doNotHaveFullyQualifiedName("dev.codepurger.cli.Main")
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class)
                .because("everything else can be called from a program that wants to live on")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses().that().resideOutsideOfPackage(CLI)
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("results go to whoever asked, as values")
                .check(CLASSES);
    }

    @Test
    void testSupportStaysInTests() {
        noClasses().that().resideOutsideOfPackage(TESTING)
                .should().dependOnClassesThat().resideInAPackage(TESTING)
                .because("codepurger-testing is not published")
                .check(CLASSES);
    }
}
