package dev.codepurger.conformance.concurrent;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.concurrent.Program.Act;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.TimedSubject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** One thread plays all actors, and chooses by a seed whose turn it is: with a subject that is repeatable, the same seed is the same run. */
final class Interleaved extends Play {
    private final SplittableRandom random;

    Interleaved(TimedSubject subject, Program program, Duration timeout, long seed) {
        super(subject, program, timeout);
        random = new SplittableRandom(seed);
    }

    @Override
    void actors() throws SubjectException {
        Map<String, Deque<Act>> left = new LinkedHashMap<>();
        program.actors().forEach((actor, acts) -> left.put(actor, new ArrayDeque<>(acts)));
        while (left.values().stream().anyMatch(acts -> !acts.isEmpty())) {
            List<String> ready = ready(left);
            if (ready.isEmpty()) {
                settle();
                // What has not come by now does not come.
                left.values().forEach(acts -> {
                    if (acts.peek() instanceof Act.Await) {
                        acts.remove();
                    }
                });
                continue;
            }
            String actor = ready.get(random.nextInt(ready.size()));
            Act act = acts(left, actor).remove();
            if (act instanceof Act.Do(var stimulus)) {
                act(actor, stimulus);
            }
        }
    }

    private List<String> ready(Map<String, Deque<Act>> left) throws SubjectException {
        List<String> ready = new ArrayList<>();
        for (Map.Entry<String, Deque<Act>> one : left.entrySet()) {
            Act next = one.getValue().peek();
            if (next instanceof Act.Do || (next instanceof Act.Await await && look(await))) {
                ready.add(one.getKey());
            }
        }
        return ImmutableList.copyOf(ready);
    }

    private static Deque<Act> acts(Map<String, Deque<Act>> left, String actor) {
        return left.getOrDefault(actor, new ArrayDeque<>());
    }
}
