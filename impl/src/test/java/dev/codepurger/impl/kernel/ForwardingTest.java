package dev.codepurger.impl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.common.reflect.AbstractInvocationHandler;
import com.google.common.reflect.Reflection;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What forwards hands everything on, with its arguments, and hands back the result: a purger that is to be wrong in one thing is right in all others. */
class ForwardingTest {
    private static final Pid PID = () -> "p";
    private static final Message MESSAGE = new Message.Junk("letter");
    private static final Mailbox MAILBOX = Reflection.newProxy(Mailbox.class, new Recording(List.of(), new ArrayList<>()));

    /** One for each type of an argument or a result; none of them is what a method would return by default. */
    private static final Map<Class<?>, Object> EXAMPLES = Map.ofEntries(
            Map.entry(Pid.class, PID),
            Map.entry(Message.class, MESSAGE),
            Map.entry(Mailbox.class, MAILBOX),
            Map.entry(String.class, "m"),
            Map.entry(boolean.class, true),
            Map.entry(Object.class, "tag"),
            Map.entry(List.class, List.of(PID)),
            Map.entry(Watch.class, Watch.VICTIM),
            Map.entry(Waiting.class, Waiting.CHECK),
            Map.entry(Effect.class, new Effect.Requested("p")),
            Map.entry(Throwable.class, new KernelStoppedException("closed")),
            Map.entry(Consumer.class, (Consumer<Object>) given -> {}),
            Map.entry(Predicate.class, (Predicate<Object>) given -> true),
            Map.entry(BooleanSupplier.class, (BooleanSupplier) () -> true));

    /** Remembers the calls, and answers with the example of the result's type. */
    private static final class Recording extends AbstractInvocationHandler {
        private final List<Object> results;
        private final List<Object> calls;

        Recording(List<Object> results, List<Object> calls) {
            this.results = results;
            this.calls = calls;
        }

        @Override
        protected @Nullable Object handleInvocation(Object proxy, Method method, @Nullable Object[] arguments) {
            calls.add(call(method, arguments));
            return results.isEmpty() ? null : results.get(0);
        }
    }

    private static Object call(Method method, @Nullable Object[] arguments) {
        return Arrays.asList(method, Arrays.asList(arguments));
    }

    @TestFactory
    Stream<DynamicTest> aKernel() {
        return forwards(Kernel.class, ForwardingKernel::new);
    }

    @TestFactory
    Stream<DynamicTest> aMailbox() {
        return forwards(Mailbox.class, ForwardingMailbox::new);
    }

    private static <T> Stream<DynamicTest> forwards(Class<T> type, UnaryOperator<T> wrap) {
        // In an order that is always the same: mutation testing knows a dynamic test by its number.
        return Arrays.stream(type.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> forwards(type, wrap, method)));
    }

    private static <T> void forwards(Class<T> type, UnaryOperator<T> wrap, Method method) throws ReflectiveOperationException {
        boolean silent = method.getReturnType() == void.class;
        List<Object> results = silent ? List.of() : List.of(example(method.getReturnType()));
        List<Object> calls = new ArrayList<>();
        T wrapped = wrap.apply(Reflection.newProxy(type, new Recording(results, calls)));
        @Nullable Object[] arguments = Arrays.stream(method.getParameterTypes()).map(ForwardingTest::example).toArray();
        Object result = method.invoke(wrapped, arguments);
        assertEquals(List.of(call(method, arguments)), calls);
        assertSame(silent ? null : results.get(0), result);
    }

    private static Object example(Class<?> type) {
        Object example = EXAMPLES.get(type);
        if (example == null) {
            throw new AssertionError("no example of " + type);
        }
        return example;
    }
}
