package dev.codepurger.conformance.soak;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.LongHistory;
import dev.codepurger.model.oracle.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Judges the parts of a soak one after the other, in a thread of its own, while the next ones are made; not more than some tens of them. */
final class PartJudge {
    private static final int MOST_WAITING = 64;

    /** A part and what is to be said of it. */
    record Judged(History part, Verdict verdict) {
    }

    private final LongHistory oracle;
    private final ExecutorService thread;
    private final Deque<Future<Judged>> waiting = new ArrayDeque<>();

    /** A judge who works in this one thread. */
    PartJudge(LongHistory oracle, ExecutorService thread) {
        this.oracle = oracle;
        this.thread = thread;
    }

    /** Hands over the next part, and gives those that have been judged since; waits for some if too many have not. */
    List<Judged> add(History part) throws SubjectException, InterruptedException {
        waiting.add(thread.submit(() -> new Judged(part, oracle.next(part))));
        List<Judged> judged = new ArrayList<>();
        while (waiting.size() > MOST_WAITING || (!waiting.isEmpty() && waiting.element().isDone())) {
            judged.add(Soak.await(waiting.remove()));
        }
        return judged;
    }

    /** Waits until all have been judged. */
    List<Judged> rest() throws SubjectException, InterruptedException {
        List<Judged> judged = new ArrayList<>();
        while (!waiting.isEmpty()) {
            judged.add(Soak.await(waiting.remove()));
        }
        return judged;
    }
}
