package dev.codepurger.model.closed.packed;

import com.google.common.collect.ImmutableMap;
import dev.codepurger.model.closed.ClosedState;
import dev.codepurger.model.closed.ClosedWorld;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Move;
import dev.codepurger.model.closed.Plan;
import dev.codepurger.model.lts.PackedSystem;
import java.util.List;

/** A {@link ClosedWorld} whose states are a few words each: the same states, and the same steps in the same order. */
public final class PackedWorld implements PackedSystem {

    private static final int KINDS = Move.Kind.values().length;

    private static final boolean[] MUST_HAPPEN = new boolean[KINDS];

    static {
        for (Move.Kind kind : Move.Kind.values()) {
            MUST_HAPPEN[Numbers.of(kind)] = kind.mustHappen();
        }
    }

    private final ClosedWorld world;
    private final boolean symmetric;
    private final Layout layout;
    private final Codec codec;
    private final List<Plan> plans;
    private final boolean[] local;

    /**
     * The packed form of a world in which all rules are obeyed.
     *
     * @param symmetric are processes that begin alike, and may do the same, not to be told apart
     * @throws IllegalArgumentException if the configuration is too large for it
     */
    public PackedWorld(ClosedWorld world, boolean symmetric) {
        this.world = world;
        this.symmetric = symmetric;
        layout = new Layout(world.configuration());
        codec = new Codec(world, layout);
        plans = world.configuration().processes();
        local = new boolean[plans.size()];
        for (int i = 0; i < local.length; i++) {
            local[i] = plans.get(i).place() != Plan.Place.REMOTE;
        }
    }

    /** The packed form of a world in which all rules are obeyed, with the same states. */
    public PackedWorld(ClosedWorld world) {
        this(world, false);
    }

    /** Has a world of this configuration a packed form, if it is not too large? */
    public static boolean canPack(Configuration configuration) {
        return Layout.canPack(configuration);
    }

    /** What it is the packed form of. */
    public ClosedWorld world() {
        return world;
    }

    /** Tells it from the packed forms of other worlds, part by part. */
    public ImmutableMap<String, String> identity() {
        return ImmutableMap.of("world", world.configuration().toString(), "purger", world.profile().toString(), "symmetry",
                symmetric ? "on" : "off");
    }

    @Override
    public int words() {
        return layout.words();
    }

    @Override
    public void initial(long[] state) {
        codec.pack(world.initial(), state);
    }

    /** Writes a state into words, all of which are written. */
    public void pack(ClosedState state, long[] words) {
        codec.pack(state, words);
    }

    /** The state of these words. */
    public ClosedState unpack(long[] words) {
        return codec.unpack(words);
    }

    static int label(Move.Kind kind, int process) {
        return process * KINDS + Numbers.of(kind);
    }

    /** What a label says of a step: its kind. */
    public Move.Kind kind(int label) {
        return Numbers.constant(Move.Kind.class, label % KINDS);
    }

    /** What a label says of a step: who does it, as in {@link Move}. */
    public String who(int label) {
        return switch (kind(label)) {
            case PURGER -> "purger";
            case LOAD -> "loader";
            default -> plans.get(label / KINDS).name();
        };
    }

    @Override
    public boolean mustHappen(int label) {
        return MUST_HAPPEN[label % KINDS];
    }

    @Override
    public Stepper stepper() {
        return new PackedStepper(layout, new PackedPurger(layout, world.profile(), local), plans,
                symmetric ? Symmetry.of(world.configuration(), layout) : null);
    }
}
