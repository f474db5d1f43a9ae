package dev.codepurger.conformance.soak;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.OpenOptions.Driving;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.oracle.LongHistory;
import dev.codepurger.model.oracle.OracleOptions;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Many clients, each in a thread of its own, at one node with many processes, for a stated number of events. It goes on in parts: the clients
 * act at once, then all is let come to rest, and every module is purged, so that it is certain who is left where; while the clients do the next
 * parts, those before are judged.
 */
public final class Soak {
    private static final String HARNESS = "harness";
    private static final String SUBJECT = "subject";
    private static final String HOME = "home";

    private final SubjectProvider provider;
    private final SoakOptions options;
    private final Consumer<SoakSample> progress;
    private final List<Event> harness = new ArrayList<>();
    private long names;

    /**
     * A soak of a subject that several threads can drive.
     *
     * @param progress is told how it stands, some tens of times
     */
    public Soak(SubjectProvider provider, SoakOptions options, Consumer<SoakSample> progress) {
        this.provider = provider;
        this.options = options;
        this.progress = progress;
    }

    /**
     * Runs to the end, or to the first part that is not explained.
     *
     * @throws SubjectException if the subject breaks, or does not answer in time
     */
    public SoakResult run() throws SubjectException, InterruptedException {
        try (Subject subject = provider.open(opened());
                ExecutorService threads = Executors.newCachedThreadPool(Soak::thread);
                ExecutorService judging = Executors.newSingleThreadExecutor(Soak::thread)) {
            try {
                return run((TimedSubject) subject, threads, judging);
            } finally {
                threads.shutdownNow();
                judging.shutdownNow();
            }
        }
    }

    /**
     * Runs to the end, and gives the parts in place of judging them; all of them are held.
     *
     * @throws SubjectException if the subject breaks, or does not answer in time
     */
    public List<History> parts() throws SubjectException, InterruptedException {
        List<History> parts = new ArrayList<>();
        try (Subject subject = provider.open(opened()); ExecutorService threads = Executors.newCachedThreadPool(Soak::thread)) {
            try {
                play((TimedSubject) subject, threads, parts::add);
            } finally {
                threads.shutdownNow();
            }
        }
        return parts;
    }

    /**
     * Runs to the end without judging.
     *
     * @param through what the clients are to drive in place of the subject, such as one that writes down what they do; it is to close the subject
     * @throws SubjectException if the subject breaks, or does not answer in time
     */
    public void run(UnaryOperator<TimedSubject> through) throws SubjectException, InterruptedException {
        try (TimedSubject driven = through.apply((TimedSubject) provider.open(opened()));
                ExecutorService threads = Executors.newCachedThreadPool(Soak::thread)) {
            try {
                play(driven, threads, part -> true);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private OpenOptions opened() {
        return new OpenOptions(options.seed(), options.profile(), options.timeout(), false, Driving.CONCURRENT, ImmutableMap.of());
    }

    static String client(int number) {
        return "c" + number;
    }

    static String module(int number) {
        return "m" + number;
    }

    private static Thread thread(Runnable runnable) {
        Thread thread = new Thread(runnable, "soak");
        thread.setDaemon(true);
        return thread;
    }

    private SoakResult run(TimedSubject subject, ExecutorService threads, ExecutorService judging)
            throws SubjectException, InterruptedException {
        Tally tally = new Tally(options.events(), progress);
        PartJudge judge = new PartJudge(new LongHistory(options.profile(), OracleOptions.DEFAULT), judging);
        try {
            play(subject, threads, part -> tally.add(judge.add(part)));
        } catch (SubjectException e) {
            // What was shown before may have been wrong already.
            if (tally.add(judge.rest())) {
                throw e;
            }
        }
        tally.add(judge.rest());
        return tally.result();
    }

    /** Where the parts go; false to have no more of them. */
    private interface Parts {
        boolean add(History part) throws SubjectException, InterruptedException;
    }

    private void play(TimedSubject subject, ExecutorService threads, Parts parts) throws SubjectException, InterruptedException {
        Arrivals arrivals = new Arrivals(subject);
        List<SoakClient> clients = new ArrayList<>();
        for (int i = 0; i < options.clients(); i++) {
            clients.add(new SoakClient(i, options.clients(), subject, arrivals, options.timeout(), options.seed() * 31 + i));
        }
        setUp(subject);
        History part = part(clients, arrivals.settle(options.timeout()));
        long events = part.size();
        while (parts.add(part) && events < options.events()) {
            act(clients, threads);
            List<Event> seen = new ArrayList<>(arrivals.settle(options.timeout()));
            cleanUp(subject, arrivals, seen);
            part = part(clients, seen);
            events += part.size();
        }
    }

    private void setUp(TimedSubject subject) throws SubjectException {
        for (int i = 0; i < options.clients(); i++) {
            apply(subject, new Stimulus.Load(module(i), false));
        }
        // In code of their own, which is never purged: the oracle need not tell them from the idle ones then.
        apply(subject, new Stimulus.Load(HOME, false));
        for (int i = 0; i < options.clients(); i++) {
            apply(subject, new Stimulus.Spawn(client(i), new Where.InModule(HOME, Residence.WAITING)));
        }
        for (int i = 0; i < options.processes(); i++) {
            apply(subject, new Stimulus.Spawn("idle" + i, new Where.Nowhere()));
        }
    }

    /** Purges every module: whoever is left then is in current code. */
    private void cleanUp(TimedSubject subject, Arrivals arrivals, List<Event> seen) throws SubjectException {
        for (int i = 0; i < options.clients(); i++) {
            apply(subject, new Stimulus.Purge("h" + ++names, module(i), client(0)));
        }
        seen.addAll(arrivals.settle(options.timeout()));
    }

    private void apply(TimedSubject subject, Stimulus stimulus) throws SubjectException {
        long from = subject.clock();
        Response response = subject.apply(stimulus);
        harness.add(new Event(new Label.Did(stimulus, response), from, subject.clock()));
    }

    private void act(List<SoakClient> clients, ExecutorService threads) throws SubjectException, InterruptedException {
        List<Callable<Void>> all = new ArrayList<>();
        for (SoakClient client : clients) {
            all.add(() -> {
                for (int i = 0; i < options.acts(); i++) {
                    client.act();
                }
                return null;
            });
        }
        for (Future<Void> one : threads.invokeAll(all)) {
            await(one);
        }
    }

    private History part(List<SoakClient> clients, List<Event> seen) {
        ImmutableMap.Builder<String, ImmutableList<Event>> lines = ImmutableMap.builder();
        lines.put(HARNESS, ImmutableList.copyOf(harness)).put(SUBJECT, ImmutableList.copyOf(seen));
        harness.clear();
        clients.forEach(client -> lines.put(client.name(), ImmutableList.copyOf(client.takeDone())));
        return new History(lines.buildOrThrow());
    }

    static <T> T await(Future<T> future) throws SubjectException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof SubjectException known) {
                throw known;
            }
            throw new IllegalStateException("a soak broke", cause);
        }
    }
}
