package dev.codepurger.conformance.soak;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.TimedSubject;
import dev.codepurger.model.oracle.History.Event;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One client: asks for purges and waits for the answers, and now and then loads code, or starts and ends a process in it. It asks for the modules
 * of all, but loads only one, its own: whose code a process was started in is then certain, and need not be guessed until the next purge.
 */
final class SoakClient {
    private final String name;
    private final String own;
    private final int modules;
    private final TimedSubject subject;
    private final Arrivals arrivals;
    private final Duration timeout;
    private final SplittableRandom random;
    private final List<String> mine = new ArrayList<>();
    private final List<Event> done = new ArrayList<>();
    private long names;

    SoakClient(int number, int clients, TimedSubject subject, Arrivals arrivals, Duration timeout, long seed) {
        name = Soak.client(number);
        own = Soak.module(number);
        modules = clients;
        this.subject = subject;
        this.arrivals = arrivals;
        this.timeout = timeout;
        random = new SplittableRandom(seed);
    }

    String name() {
        return name;
    }

    /** What it did since it was asked last. */
    List<Event> takeDone() {
        List<Event> all = List.copyOf(done);
        done.clear();
        // Whoever is left of its processes is forgotten: what became of them the purges at the end of the part have settled.
        mine.clear();
        return all;
    }

    void act() throws SubjectException, InterruptedException {
        String module = Soak.module(random.nextInt(modules));
        int kind = random.nextInt(100);
        if (kind < 50) {
            String request = fresh("r");
            apply(new Stimulus.Purge(request, module, name));
            arrivals.awaitReply(request, timeout);
        } else if (kind < 75) {
            String request = fresh("r");
            apply(new Stimulus.SoftPurge(request, module, name));
            arrivals.awaitReply(request, timeout);
        } else if (kind < 85) {
            apply(new Stimulus.CheckOldCode(module));
        } else if (kind < 88) {
            apply(new Stimulus.Load(own, false));
        } else if (kind < 93) {
            String process = fresh("p");
            mine.add(process);
            apply(new Stimulus.Spawn(process, new Where.InModule(own, Residence.WAITING)));
        } else if (mine.isEmpty()) {
            apply(new Stimulus.Alive(name));
        } else {
            String process = mine.remove(random.nextInt(mine.size()));
            apply(kind < 97 ? new Stimulus.Exit(process) : new Stimulus.Kill(process));
        }
    }

    private String fresh(String prefix) {
        return prefix + name + "-" + ++names;
    }

    private void apply(Stimulus stimulus) throws SubjectException {
        long from = subject.clock();
        Response response = subject.apply(stimulus);
        done.add(new Event(new Label.Did(stimulus, response), from, subject.clock()));
    }
}
