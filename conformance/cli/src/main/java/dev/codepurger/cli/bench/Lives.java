package dev.codepurger.cli.bench;

import dev.codepurger.conformance.soak.Soak;
import dev.codepurger.conformance.soak.SoakOptions;
import dev.codepurger.conformance.subject.OpenOptions;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectProvider;
import dev.codepurger.conformance.subject.SubjectRegistry;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a node shows that lives on and on: some modules, some clients, and processes that come and go. The same seed shows the same. */
final class Lives {
    private static final Profile PROFILE = Profile.SEED;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int CLIENTS = 2;

    private Lives() {
    }

    static Profile profile() {
        return PROFILE;
    }

    private static SubjectProvider reference() throws SubjectException {
        return SubjectRegistry.load().find("reference").orElseThrow();
    }

    /**
     * A trace of so many events, made by one thread.
     *
     * @param width how many modules there are, how many processes at most beside the clients, and how many things are done at most before it comes to rest
     */
    static List<Label> sequential(long seed, int width, int events) {
        try (Subject subject = reference().open(OpenOptions.of(PROFILE).withSeed(seed).withDriving(OpenOptions.Driving.REPEATABLE))) {
            return new Life(subject, seed, width).live(events);
        } catch (SubjectException e) {
            throw new IllegalStateException("the reference broke", e);
        }
    }

    /** A history of so many clients at once, made by as many threads, in parts that end at rest, with about so many stimuli and observations in all. */
    static List<History> concurrent(int clients, int events) {
        SoakOptions options = SoakOptions.of(PROFILE).withEvents(events).withSizes(100, clients);
        try {
            return new Soak(reference(), options, sample -> {
            }).parts();
        } catch (SubjectException e) {
            throw new IllegalStateException("the reference broke", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** One of them. */
    private static final class Life {
        private final Subject subject;
        private final SplittableRandom random;
        private final int width;
        private final List<Label> labels = new ArrayList<>();
        private final List<String> processes = new ArrayList<>();
        private long names;

        Life(Subject subject, long seed, int width) {
            this.subject = subject;
            this.width = width;
            random = new SplittableRandom(seed);
        }

        List<Label> live(int events) throws SubjectException {
            for (int i = 0; i < width; i++) {
                apply(new Stimulus.Load("m" + i, false));
            }
            for (int i = 0; i < CLIENTS; i++) {
                apply(new Stimulus.Spawn("c" + i, new Where.Nowhere()));
            }
            while (labels.size() < events) {
                for (int acts = random.nextInt(1, width + 1); acts > 0 && labels.size() < events; acts--) {
                    apply(stimulus());
                }
                labels.addAll(subject.settle(TIMEOUT));
            }
            return labels.subList(0, events);
        }

        private void apply(Stimulus stimulus) throws SubjectException {
            Label.Did did = new Label.Did(stimulus, subject.apply(stimulus));
            labels.addAll(subject.seenBefore());
            labels.add(did);
            labels.addAll(subject.poll());
        }

        private Stimulus stimulus() {
            String module = "m" + random.nextInt(width);
            String client = "c" + random.nextInt(CLIENTS);
            int kind = random.nextInt(100);
            if (kind < 25) {
                return new Stimulus.Load(module, false);
            }
            if (kind < 45) {
                return new Stimulus.Purge("r" + ++names, module, client);
            }
            if (kind < 60) {
                return new Stimulus.SoftPurge("r" + ++names, module, client);
            }
            if (kind < 68) {
                return new Stimulus.CheckOldCode(module);
            }
            if (kind < 84 && processes.size() < width) {
                processes.add("p" + ++names);
                return new Stimulus.Spawn(processes.getLast(), new Where.InModule(module, Residence.WAITING));
            }
            if (processes.isEmpty()) {
                return new Stimulus.Alive(client);
            }
            String process = processes.get(random.nextInt(processes.size()));
            if (kind < 88) {
                return new Stimulus.Leave(process);
            }
            if (kind < 92) {
                return new Stimulus.Alive(process);
            }
            processes.remove(process);
            return kind < 96 ? new Stimulus.Exit(process) : new Stimulus.Kill(process);
        }
    }
}
