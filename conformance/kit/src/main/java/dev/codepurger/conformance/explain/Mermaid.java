package dev.codepurger.conformance.explain;

import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A trace as a sequence diagram of <a href="https://mermaid.js.org">Mermaid</a>, which many readers of Markdown draw: the harness, the purger, and
 * every process that something was done to or seen of.
 */
public final class Mermaid {
    private static final String HARNESS = "H";
    private static final String PURGER = "P";
    private static final Pattern END = Pattern.compile("\\bend\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> processes = new HashMap<>();
    /** Who asked, by request. */
    private final Map<String, String> askers = new HashMap<>();
    /** Who called, by call. */
    private final Map<String, String> callers = new HashMap<>();
    private final List<String> participants = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private Mermaid() {
        participants.add("participant " + HARNESS + " as harness");
        participants.add("participant " + PURGER + " as purger");
        processes.put("purger", PURGER);
    }

    /**
     * The diagram, without a fence around it.
     *
     * @param violated is the last event not legal?
     */
    public static List<String> lines(List<Label> trace, boolean violated) {
        Mermaid mermaid = new Mermaid();
        trace.forEach(mermaid::add);
        List<String> all = new ArrayList<>();
        all.add("sequenceDiagram");
        mermaid.participants.forEach(one -> all.add("    " + one));
        mermaid.lines.forEach(one -> all.add("    " + one));
        if (violated) {
            all.add("    Note over " + HARNESS + "," + PURGER + ": not legal");
        }
        return all;
    }

    private void add(Label label) {
        switch (label) {
            case Label.Did did -> did(did);
            case Label.Replied seen -> arrow(PURGER, askers.getOrDefault(seen.request(), HARNESS), "-->>", label);
            case Label.Started seen -> arrow(PURGER, askers.getOrDefault(seen.ref(), HARNESS), "-->>", label);
            case Label.Continued seen -> arrow(PURGER, askers.getOrDefault(seen.ref(), HARNESS), "-->>", label);
            case Label.Returned seen -> arrow(callers.getOrDefault(seen.call(), HARNESS), HARNESS, "-->>", label);
            case Label.Down seen -> arrow(process(seen.process()), HARNESS, "--x", label);
            case Label.PurgerDown seen -> arrow(PURGER, HARNESS, "--x", label);
            case Label.Showed seen -> lines.add("Note right of " + PURGER + ": " + text(Notation.label(label)));
            case Label.Quiet seen -> lines.add("Note over " + HARNESS + "," + PURGER + ": " + text(Notation.label(label)));
        }
    }

    private void did(Label.Did did) {
        switch (did.stimulus()) {
            case Stimulus.Purge one -> request(one.request(), one.from(), did);
            case Stimulus.SoftPurge one -> request(one.request(), one.from(), did);
            case Stimulus.FinishAfterOnLoad one -> request(one.request(), one.from(), did);
            case Stimulus.TestPurge one -> request(one.request(), one.from(), did);
            case Stimulus.ChangePrio one -> request(one.request(), one.from(), did);
            case Stimulus.Continue one -> arrow(process(one.from()), PURGER, "->>", did);
            case Stimulus.Complete one -> arrow(process(one.from()), PURGER, "->>", did);
            case Stimulus.Send one -> arrow(HARNESS, PURGER, "->>", did);
            case Stimulus.Hold one -> arrow(HARNESS, PURGER, "->>", did);
            case Stimulus.Release one -> arrow(HARNESS, PURGER, "->>", did);
            case Stimulus.StallPrepare one -> arrow(HARNESS, PURGER, "->>", did);
            case Stimulus.Unstall one -> arrow(HARNESS, PURGER, "->>", did);
            case Stimulus.Spawn one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Leave one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Exit one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Kill one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Alive one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Pause one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Resume one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Suspend one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.Unsuspend one -> arrow(HARNESS, process(one.process()), "->>", did);
            case Stimulus.CallFun one -> call(one.call(), one.process(), did);
            case Stimulus.Call one -> call(one.call(), one.process(), did);
            case Stimulus.Load one -> alone(did);
            case Stimulus.Delete one -> alone(did);
            case Stimulus.BeginOnLoad one -> alone(did);
            case Stimulus.Offer one -> alone(did);
            case Stimulus.CheckOldCode one -> alone(did);
            case Stimulus.MakeFun one -> alone(did);
        }
    }

    private void request(String request, String from, Label.Did did) {
        askers.put(request, process(from));
        arrow(process(from), PURGER, "->>", did);
    }

    private void call(String call, String from, Label.Did did) {
        callers.put(call, process(from));
        arrow(HARNESS, process(from), "->>", did);
    }

    private void alone(Label.Did did) {
        arrow(HARNESS, HARNESS, "->>", did);
    }

    private void arrow(String from, String to, String arrow, Label label) {
        lines.add(from + arrow + to + ": " + text(Notation.label(label)));
    }

    private String process(String name) {
        return processes.computeIfAbsent(name, key -> {
            String id = "A" + processes.size();
            participants.add("participant " + id + " as " + text(Notation.word(name)));
            return id;
        });
    }

    /** What has a meaning in a diagram is written as its number; names are escaped already. */
    private static String text(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            if ("#;<%".indexOf(c) >= 0) {
                out.append(String.format(Locale.ROOT, "#%d;", c));
            } else {
                out.append((char) c);
            }
        });
        // A participant called "end", in whatever case, would end a block.
        return END.matcher(out).replaceAll(found -> "#" + (int) found.group().charAt(0) + ";" + found.group().substring(1));
    }
}
