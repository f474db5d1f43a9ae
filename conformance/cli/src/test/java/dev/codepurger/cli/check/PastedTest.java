package dev.codepurger.cli.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.explain.JunitTest;
import dev.codepurger.conformance.run.OracleJudges;
import dev.codepurger.conformance.trace.Rejection;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Gaps;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Unseen;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** The test that is printed to be pasted is one. */
class PastedTest {
    @TempDir
    Path folder;

    static List<Gaps> gaps() {
        return List.of(Gaps.NONE, Gaps.of(Unseen.DEATHS, Unseen.RETURNS));
    }

    @ParameterizedTest
    @MethodSource("gaps")
    @DisplayName("it compiles, and fails at the event that is not legal, with its name as hostile as it may be")
    void compilesAndFails(Gaps gaps) throws Exception {
        String module = "m\"\\u000a\n;'*/";
        Rejection rejection = Rejection.of(ImmutableList.of(new Label.Did(new Stimulus.Load(module, false), Response.NOT_PURGED)),
                Profile.OTP_25_HARDENED.withKillLimit(2).withRequestsInFlight(3), gaps.isEmpty(), new OracleJudges().missing(gaps));
        Path source = Files.write(folder.resolve("TraceTest.java"), JunitTest.lines(rejection));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-cp", System.getProperty("java.class.path"), "-d",
                folder.toString(), source.toString()));
        try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass("TraceTest");
            Constructor<?> made = type.getDeclaredConstructor();
            Method test = type.getDeclaredMethod("isLegal");
            made.setAccessible(true);
            test.setAccessible(true);
            Object instance = made.newInstance();
            InvocationTargetException failed = assertThrows(InvocationTargetException.class, () -> test.invoke(instance));
            AssertionFailedError error = assertInstanceOf(AssertionFailedError.class, failed.getCause());
            assertTrue(String.valueOf(error.getMessage()).contains("not_purged"), error.getMessage());
        }
    }
}
