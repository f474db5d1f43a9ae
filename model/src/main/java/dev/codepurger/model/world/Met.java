package dev.codepurger.model.world;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whom a trace that begins in the middle has spoken of so far. A process that it names and has not started may have been there before, but only the first
 * time: whoever was named has a past. Immutable.
 */
public final class Met {

    /** Nobody. */
    public static final Met NOBODY = new Met(Crowd.of(ImmutableMap.of()), 0);

    /** Stands before the name of a process that is named for the first time. No name has this character. */
    private static final char FIRST = '\ufffe';

    private final Crowd names;
    private final int deaths;

    private Met(Crowd names, int deaths) {
        this.names = names;
        this.deaths = deaths;
    }

    static boolean isFirst(String name) {
        return !name.isEmpty() && name.charAt(0) == FIRST;
    }

    static String plain(String name) {
        return isFirst(name) ? name.substring(1) : name;
    }

    /** The label as worlds take it, in which it shows who is named for the first time. */
    public Label announced(Label label) {
        return switch (label) {
            case Label.Did did -> new Label.Did(named(did.stimulus(), this::announced), did.response());
            case Label.Down down -> new Label.Down(announced(down.process()), down.reason());
            case Label.Observation seen -> seen;
        };
    }

    /** A stimulus in the same way. */
    public Stimulus announced(Stimulus stimulus) {
        return named(stimulus, this::announced);
    }

    private String announced(String process) {
        return names.has(process) || process.equals(World.PURGER.name()) ? process : FIRST + process;
    }

    /** After a label. */
    public Met after(Label label) {
        Met[] met = {this};
        switch (label) {
            case Label.Did did -> named(did.stimulus(), process -> {
                met[0] = met[0].with(process);
                return process;
            });
            case Label.Down down -> {
                boolean stranger = !names.has(down.process());
                met[0] = stranger ? new Met(with(down.process()).names, deaths + 1) : this;
            }
            case Label.Quiet quiet -> met[0] = quiet.kind() == Label.QuietKind.IDLE && deaths > 0 ? new Met(names, 0) : this;
            case Label.Observation seen -> {
                // names nobody who had not been named
            }
        }
        Stimulus.Spawn spawn = label instanceof Label.Did(Stimulus.Spawn one, Response response) ? one : null;
        return spawn == null ? met[0] : met[0].with(spawn.process());
    }

    private Met with(String process) {
        return names.has(process) || process.equals(World.PURGER.name()) ? this : new Met(names.with(process, 0), deaths);
    }

    /** Have so many died of whom nobody knew that there may be more than are reckoned with? */
    public boolean isCrowded(Gaps gaps) {
        return deaths >= gaps.strangers();
    }

    /** What can be shown; of all those whom nobody knows it can be anyone. */
    public static Label shown(Label label) {
        return label instanceof Label.Down down && Strangers.isStranger(down.process()) ? new Label.Down("somebody", down.reason()) : label;
    }

    /** The labels of a whole trace as worlds take them. */
    public static List<Label> announced(List<Label> trace) {
        List<Label> announced = new ArrayList<>(trace.size());
        Met met = NOBODY;
        for (Label label : trace) {
            announced.add(met.announced(label));
            met = met.after(label);
        }
        return announced;
    }

    /** A stimulus with other names for the processes that must be there already. */
    private static Stimulus named(Stimulus stimulus, UnaryOperator<String> name) {
        return switch (stimulus) {
            case Stimulus.Leave s -> new Stimulus.Leave(name.apply(s.process()));
            case Stimulus.Exit s -> new Stimulus.Exit(name.apply(s.process()));
            case Stimulus.Kill s -> new Stimulus.Kill(name.apply(s.process()));
            case Stimulus.Alive s -> new Stimulus.Alive(name.apply(s.process()));
            case Stimulus.Pause s -> new Stimulus.Pause(name.apply(s.process()));
            case Stimulus.Resume s -> new Stimulus.Resume(name.apply(s.process()));
            case Stimulus.Suspend s -> new Stimulus.Suspend(name.apply(s.process()));
            case Stimulus.Unsuspend s -> new Stimulus.Unsuspend(name.apply(s.process()));
            case Stimulus.CallFun s -> new Stimulus.CallFun(s.call(), name.apply(s.process()), s.fun());
            case Stimulus.Call s -> new Stimulus.Call(s.call(), name.apply(s.process()), s.module());
            case Stimulus.Purge s -> new Stimulus.Purge(s.request(), s.module(), name.apply(s.from()));
            case Stimulus.SoftPurge s -> new Stimulus.SoftPurge(s.request(), s.module(), name.apply(s.from()));
            case Stimulus.FinishAfterOnLoad s -> new Stimulus.FinishAfterOnLoad(s.request(), s.module(), s.keep(), name.apply(s.from()));
            case Stimulus.TestPurge s -> new Stimulus.TestPurge(s.request(), s.module(), s.type(), name.apply(s.from()));
            case Stimulus.ChangePrio s -> new Stimulus.ChangePrio(s.request(), s.priority(), name.apply(s.from()));
            case Stimulus.Continue s -> new Stimulus.Continue(s.ref(), name.apply(s.from()));
            case Stimulus.Complete s -> new Stimulus.Complete(s.ref(), name.apply(s.from()));
            case Stimulus.ForgeDown s -> new Stimulus.ForgeDown(name.apply(s.process()));
            case Stimulus.ForgeCheckReply s -> new Stimulus.ForgeCheckReply(name.apply(s.process()), s.refers());
            default -> stimulus;
        };
    }
}
