package dev.codepurger.conformance.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What JUnit said of a class that it ran.
 *
 * @param tests the tests that ended, in this order
 * @param factory how the factory itself ended
 */
record Launched(ImmutableList<One> tests, One factory) {

    /**
     * One test.
     *
     * @param parent the display name of what it is in
     * @param name its own display name
     * @param status how it ended
     * @param message what was said of that; empty if nothing was
     */
    record One(String parent, String name, TestExecutionResult.Status status, String message) {
    }

    /** Runs a class with these system properties, and none of ours besides. */
    static Launched run(Class<?> type, String... properties) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String name : List.of(ConformanceTests.CASES, ConformanceTests.SEED, ConformanceTests.TIMEOUT, ConformanceTests.REPLAY)) {
            wanted.put(name, "");
        }
        for (int i = 0; i < properties.length; i += 2) {
            wanted.put(properties[i], properties[i + 1]);
        }
        Map<String, String> before = new LinkedHashMap<>();
        wanted.forEach((name, value) -> before.put(name, String.valueOf(System.setProperty(name, value))));
        try {
            return launch(type);
        } finally {
            before.forEach((name, value) -> System.setProperty(name, value.equals("null") ? "" : value));
        }
    }

    private static Launched launch(Class<?> type) {
        List<One> tests = Collections.synchronizedList(new ArrayList<>());
        List<One> factories = Collections.synchronizedList(new ArrayList<>());
        var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).filters(includeEngines("junit-jupiter"))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent").build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            private Optional<TestPlan> plan = Optional.empty();

            @Override
            public void testPlanExecutionStarted(TestPlan started) {
                plan = Optional.of(started);
            }

            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                One one = new One(plan.flatMap(all -> all.getParent(test)).map(TestIdentifier::getDisplayName).orElse(""),
                        test.getDisplayName(),
                        result.getStatus(), result.getThrowable().map(problem -> String.valueOf(problem.getMessage())).orElse(""));
                if (test.isTest()) {
                    tests.add(one);
                } else if (test.getUniqueId().endsWith("[test-factory:conformance()]")) {
                    factories.add(one);
                }
            }
        });
        return new Launched(ImmutableList.copyOf(tests), factories.get(0));
    }
}
