package dev.codepurger.model.closed;

import dev.codepurger.model.explore.Lasso;
import dev.codepurger.model.explore.Trace;
import dev.codepurger.model.lts.Transition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A trace of a closed world as a sequence diagram, in the language of Mermaid. */
public final class SequenceDiagram {

    private final StringBuilder text = new StringBuilder("sequenceDiagram\n");

    private SequenceDiagram() {}

    /** The diagram of a trace. */
    public static String of(Configuration configuration, Trace<ClosedState, Move> trace) {
        SequenceDiagram diagram = new SequenceDiagram();
        diagram.participants(configuration, trace);
        diagram.moves(trace.steps());
        diagram.waits(configuration, trace);
        return diagram.text.toString();
    }

    /** The diagram of a lasso: with its loop in a frame, or with what is waited for where it ends. */
    public static String of(Configuration configuration, Lasso<ClosedState, Move> lasso) {
        if (lasso.stutters()) {
            return of(configuration, lasso.prefix());
        }
        SequenceDiagram diagram = new SequenceDiagram();
        diagram.participants(configuration, lasso.unrolled());
        diagram.moves(lasso.prefix().steps());
        diagram.waits(configuration, lasso.prefix());
        diagram.line("loop over and over, for ever");
        diagram.moves(lasso.loop());
        diagram.line("end");
        return diagram.text.toString();
    }

    private void participants(Configuration configuration, Trace<ClosedState, Move> trace) {
        Set<String> present = new LinkedHashSet<>();
        configuration.processes().forEach(plan -> present.add(plan.name()));
        present.add("purger");
        trace.steps().stream().filter(step -> step.label().kind() == Move.Kind.LOAD).findFirst()
                .ifPresent(step -> present.add(step.label().who()));
        present.forEach(name -> line("participant " + name));
    }

    private void moves(List<Transition<ClosedState, Move>> steps) {
        steps.stream().map(Transition::label).forEach(this::move);
    }

    private void waits(Configuration configuration, Trace<ClosedState, Move> trace) {
        Describe.waits(configuration, trace.end()).forEach(this::note);
    }

    private void move(Move move) {
        boolean arrow = move.effects().stream().anyMatch(effect -> !effect.to().equals(move.who()));
        if (move.who().equals("purger") || !arrow) {
            note(move.who(), move.text());
        }
        for (Move.Effect effect : move.effects()) {
            if (effect.to().equals(move.who())) {
                note(move.who(), effect.text());
            } else {
                line(move.who() + "->>" + effect.to() + ": " + effect.text());
            }
        }
    }

    private void note(String who, String what) {
        line("Note over " + who + ": " + what);
    }

    private void line(String line) {
        // a number sign would begin an entity; a semicolon, which would end the text, is in no text of a move
        text.append("    ").append(line.replace("#", "#35;")).append('\n');
    }
}
