package dev.codepurger.model.closed;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multiset;
import dev.codepurger.model.closed.Actor.Call;
import dev.codepurger.model.closed.Actor.Heard;
import dev.codepurger.model.closed.Plan.Place;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Phase;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.QuietKind;
import dev.codepurger.model.world.Label.RequestKind;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a harness outside would do and see on one way through a closed world. It sees everything at once, and gives each process and each request a name
 * of its own, also where the world uses one again.
 */
final class Seen {

    private static final String MODULE = ClosedDraft.MODULE;
    private static final String FUN = "f";

    private final Configuration configuration;
    /** How many requests there were of each process, with all that bore its name; and how many these are. */
    private final Multiset<String> requests = HashMultiset.create();
    private final Multiset<String> lives = HashMultiset.create();

    Seen(Configuration configuration) {
        this.configuration = configuration;
    }

    private String name(String process) {
        return lives.count(process) == 0 ? process : process + "-" + lives.count(process);
    }

    /**
     * The name of the last request of the process that a reference names. There is no other whose words or answers are seen. A request that a harness has
     * named keeps its name.
     */
    private String ref(String reference) {
        if (reference.indexOf('#') < 0) {
            return reference;
        }
        String process = reference.substring(0, reference.indexOf('#'));
        return process + "#" + requests.count(process);
    }

    /** What makes the world as it is at the beginning. */
    List<Label> before() {
        List<Label> labels = new ArrayList<>();
        if (configuration.codes().old()) {
            labels.add(did(new Stimulus.Load(MODULE, false)));
            labels.add(did(new Stimulus.MakeFun(FUN, MODULE)));
            spawn(labels, Place.OLD, new Where.InModule(MODULE, Residence.WAITING));
            labels.add(did(configuration.codes().current() ? new Stimulus.Load(MODULE, false) : new Stimulus.Delete(MODULE)));
        } else if (configuration.codes().current()) {
            labels.add(did(new Stimulus.Load(MODULE, false)));
            labels.add(did(new Stimulus.MakeFun(FUN, MODULE)));
        }
        spawn(labels, Place.CURRENT, new Where.InModule(MODULE, Residence.WAITING));
        if (configuration.codes().pending()) {
            labels.add(did(new Stimulus.BeginOnLoad(MODULE)));
            spawn(labels, Place.PENDING, new Where.InOnLoad(MODULE));
        }
        spawn(labels, Place.ELSEWHERE, new Where.Nowhere());
        // The oracle knows one node. Somebody elsewhere on it answers false, and makes no difference else.
        spawn(labels, Place.REMOTE, new Where.Nowhere());
        return labels;
    }

    private void spawn(List<Label> labels, Place place, Where where) {
        configuration.processes().stream().filter(plan -> plan.place() == place)
                .forEach(plan -> labels.add(did(new Stimulus.Spawn(plan.name(), where))));
    }

    private static Label did(Stimulus stimulus) {
        return new Label.Did(stimulus, Response.OK);
    }

    /** What is done and seen in a step. */
    List<Label> of(ClosedState before, Move move, ClosedState after) {
        if (move.kind() == Move.Kind.RETURN) {
            lives.add(move.who());
            int number = configuration.processes().stream().map(Plan::name).toList().indexOf(move.who());
            return List.of(did(new Stimulus.Spawn(name(move.who()),
                    after.actors().get(number).in() == 0 ? new Where.Nowhere() : new Where.InModule(MODULE, Residence.WAITING))));
        }
        String who = name(move.who());
        return switch (move.kind()) {
            case PURGER -> ofPurger(before, after);
            case ANSWER -> List.of();
            case DOWN -> List.of();
            case KILLED -> List.of(new Label.Down(who, "killed"));
            case DIE -> List.of(did(new Stimulus.Kill(who)), new Label.Down(who, "killed"));
            case LEAVE -> List.of(did(new Stimulus.Leave(who)));
            case LOAD -> List.of(did(new Stimulus.Load(MODULE, false)));
            case REQUEST -> Look.isForged(last(after)) ? List.of(did(new Stimulus.ForgeDown(who))) : sent(move.who(), after);
            case ASK_AGAIN -> sent(move.who(), after);
            case CONTINUE -> List.of(did(new Stimulus.Continue(ref(((Message.Continue) last(after)).ref()), who)));
            case COMPLETE -> List.of(did(new Stimulus.Complete(ref(((Message.Complete) last(after)).ref()), who)));
            case CALL -> {
                List<Label> labels = new ArrayList<>(List.of(did(new Stimulus.CallFun("call of " + who, who, FUN))));
                labels.addAll(returned(move));
                yield labels;
            }
            case RECALL -> returned(move);
            case RETURN -> List.of(); // seen above
        };
    }

    private List<Label> sent(String who, ClosedState after) {
        requests.add(who);
        return List.of(did(request((Message.Request) last(after))));
    }

    private static Message last(ClosedState state) {
        return state.mailbox().get(state.mailbox().size() - 1);
    }

    private Stimulus request(Message.Request request) {
        String from = name(request.from().name());
        String ref = ref(request.ref());
        return switch (request) {
            case Message.Purge m -> new Stimulus.Purge(ref, MODULE, from);
            case Message.SoftPurge m -> new Stimulus.SoftPurge(ref, MODULE, from);
            case Message.TestPurge m -> new Stimulus.TestPurge(ref, MODULE, m.type(), from);
            case Message.FinishAfterOnLoad m -> new Stimulus.FinishAfterOnLoad(ref, MODULE, m.keep(), from);
        };
    }

    private List<Label> returned(Move move) {
        String outcome = move.text().substring(move.text().lastIndexOf(' ') + 1);
        return outcome.equals("suspended") ? List.of() : List.of(new Label.Returned("call of " + name(move.who()), outcome));
    }

    private List<Label> ofPurger(ClosedState before, ClosedState after) {
        List<Label> labels = new ArrayList<>();
        if (before.phase() instanceof Phase.Answer answer && Look.at(before).actor(answer.work().from()).alive()) {
            RequestKind kind = switch (answer.work()) {
                case Message.Purge m -> RequestKind.PURGE;
                case Message.SoftPurge m -> RequestKind.SOFT_PURGE;
                case Message.TestPurge m -> RequestKind.TEST_PURGE;
                case Message.FinishAfterOnLoad m -> RequestKind.FINISH_AFTER_ON_LOAD;
            };
            labels.add(new Label.Replied(ref(answer.work().ref()), kind, answer.result()));
        }
        for (int i = 0; i < after.actors().size(); i++) {
            Heard heard = after.actors().get(i).heard();
            if (heard != before.actors().get(i).heard() && heard != Heard.NOTHING) {
                String ref = ref(Objects.requireNonNull(before.phase().working()).ref());
                labels.add(heard == Heard.STARTED ? new Label.Started(ref) : new Label.Continued(ref));
            }
        }
        if (after.phase() instanceof Phase.Terminated(String reason)) {
            labels.add(new Label.PurgerDown(reason));
        }
        return labels;
    }

    /** What is seen when nothing happens. */
    Label atRest(ClosedState state) {
        ImmutableSortedSet.Builder<String> suspended = ImmutableSortedSet.naturalOrder();
        for (int i = 0; i < state.actors().size(); i++) {
            if (state.actors().get(i).call() == Call.SUSPENDED) {
                suspended.add(name(configuration.processes().get(i).name()));
            }
        }
        QuietKind kind = switch (state.phase()) {
            case Phase.WaitForRequest p -> QuietKind.IDLE;
            case Phase.Started p -> QuietKind.HELD;
            case Phase.Continued p -> QuietKind.HELD;
            case Phase.Check p -> QuietKind.STALLED;
            default -> QuietKind.DOWN;
        };
        return new Label.Quiet(kind, suspended.build());
    }
}
