package dev.codepurger.conformance.exec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectInfo;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectTimeoutException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** One command. An adapter that has done well is used again for the next case; one that has not is ended, and another one started. */
final class ExecProvider implements SubjectProvider {
    private static final String STRICT = "strict-protocol";

    private final Program program;
    private final Hello hello;
    private final Deque<Adapter> idle = new ConcurrentLinkedDeque<>();
    /** Started in advance, and not greeted yet. */
    private final Deque<Adapter> spare = new ConcurrentLinkedDeque<>();
    private final Set<Adapter> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ExecProvider(Program program, Hello hello, Adapter first) {
        this.program = program;
        this.hello = hello;
        idle.add(first);
    }

    static ExecProvider start(String name, Program program) throws SubjectException {
        Adapter adapter = Adapter.start(program);
        try {
            return new ExecProvider(program, greet(adapter, name, program.start()), adapter);
        } catch (SubjectException e) {
            adapter.close();
            throw e;
        }
    }

    private static Hello greet(Adapter adapter, String name, Duration timeout) throws SubjectException {
        return adapter.ask("hello", Hello.request(), "hello", timeout, answer -> Hello.read(answer, name));
    }

    @Override
    public SubjectInfo info() {
        return hello.info();
    }

    @Override
    public Duration starting() {
        return program.start();
    }

    @Override
    public Subject open(OpenOptions options) throws SubjectException {
        Adapter used = used();
        if (used != null) {
            try {
                return open(used, options);
            } catch (SubjectTimeoutException e) {
                throw e;
            } catch (SubjectException e) {
                if (!program.renewed()) {
                    throw e;
                }
            }
        }
        return open(fresh(), options);
    }

    private Subject open(Adapter adapter, OpenOptions options) throws SubjectException {
        busy.add(adapter);
        if (program.startsOthers()) {
            adapter.note();
        }
        try {
            Lint lint = "true".equals(options.settings().get(STRICT)) ? SchemaLint.shared() : Lint.NONE;
            check(lint);
            adapter.ask("reset", reset(options), "reset", options.timeout(), answer -> {
                lint.check("reset", (ObjectNode) answer.node());
                return answer;
            });
            return new ExecSubject(this, adapter, lint, options.timeout(), hello.repeatable());
        } catch (SubjectException e) {
            end(adapter);
            throw e;
        }
    }

    /** What the end of an adapter means. */
    Program.Down down() {
        return program.down();
    }

    private void end(Adapter adapter) {
        busy.remove(adapter);
        adapter.close();
    }

    private void check(Lint lint) throws SubjectException {
        try {
            lint.check("hello", hello.answer());
        } catch (BadAnswerException e) {
            throw new SubjectException("the adapter gave a wrong answer to hello: it " + e.clause(), e);
        }
    }

    private static ObjectNode reset(OpenOptions options) {
        ObjectNode body = Json.object().put("profile", options.profile().name()).put("kill_limit", options.profile().killLimit())
                .put("effects", options.effects()).put("seed", options.seed());
        if (options.profile().limitsRequests()) {
            body.put("requests_in_flight", options.profile().requestsInFlight());
        }
        ObjectNode settings = body.putObject("settings");
        options.settings().forEach(settings::put);
        return body;
    }

    private @Nullable Adapter used() {
        for (Adapter one = idle.poll(); one != null; one = idle.poll()) {
            if (one.isUsable()) {
                return one;
            }
            one.close();
        }
        return null;
    }

    private Adapter fresh() throws SubjectException {
        Adapter ready = spare.poll();
        Adapter fresh = ready == null ? Adapter.start(program) : ready;
        busy.add(fresh);
        try {
            if (program.renewed() && spare.isEmpty() && !closed) {
                spare.add(Adapter.start(program));
            }
            if (!greet(fresh, hello.info().name(), program.start()).info().equals(hello.info())) {
                throw new SubjectException("the adapter says something else about itself when it is started again");
            }
            return fresh;
        } catch (SubjectException e) {
            end(fresh);
            throw e;
        }
    }

    /** An adapter that is not needed now. */
    void giveBack(Adapter adapter) {
        if (adapter.isUsable() && !closed) {
            busy.remove(adapter);
            idle.add(adapter);
        } else {
            end(adapter);
        }
    }

    @Override
    public void close() {
        closed = true;
        busy.forEach(this::end);
        for (Adapter one = spare.poll(); one != null; one = spare.poll()) {
            one.close();
        }
        for (Adapter one = idle.poll(); one != null; one = idle.poll()) {
            one.bye();
            one.close();
        }
    }
}
