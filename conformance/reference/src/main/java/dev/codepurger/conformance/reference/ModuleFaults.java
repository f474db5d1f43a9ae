package dev.codepurger.conformance.reference;

import dev.codepurger.impl.kernel.ForwardingKernel;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.model.world.Label.Observation;
import dev.codepurger.model.world.Label.Returned;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import dev.codepurger.model.world.Stimulus.Residence;
import dev.codepurger.model.world.Stimulus.Where;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Faults in the two versions of a module, and in who refers to them: the node's, not the purger's. */
final class ModuleFaults {
    private ModuleFaults() {
    }

    /** Knows which modules have current code. */
    abstract static class ModulesKnown extends Variation {
        private final Set<String> current = ConcurrentHashMap.newKeySet();

        boolean hasCurrent(String module) {
            return current.contains(module);
        }

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            Response response = right.apply(stimulus);
            if (response == Response.OK) {
                switch (stimulus) {
                    case Stimulus.Load load -> current.add(load.module());
                    case Stimulus.Delete delete -> current.remove(delete.module());
                    default -> {
                        // changes nothing
                    }
                }
            }
            return response;
        }
    }

    /** A module that is loaded is loaded, and need not be loaded again. */
    static final class SecondLoadIgnored extends ModulesKnown {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            boolean ignored = stimulus instanceof Stimulus.Load load && hasCurrent(load.module());
            return ignored ? Response.OK : super.respond(stimulus, right);
        }
    }

    static final class RefusedLoadOk extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            Response response = right.apply(stimulus);
            return stimulus instanceof Stimulus.Load && response == Response.NOT_PURGED ? Response.OK : response;
        }
    }

    static final class RefusedDeleteOk extends ModulesKnown {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            Response response = super.respond(stimulus, right);
            boolean both = stimulus instanceof Stimulus.Delete delete && hasCurrent(delete.module());
            return both && response == Response.NOT_PURGED ? Response.OK : response;
        }
    }

    /** Whoever looks for old code and finds current code makes do with it. */
    static final class CompleteRemovesCurrent extends Variation {
        private volatile @Nullable Function<Stimulus, Response> node;

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            node = right;
            return right.apply(stimulus);
        }

        @Override
        Kernel kernel(Kernel right) {
            return new ForwardingKernel(right) {
                @Override
                public void complete(String module) {
                    super.complete(module);
                    Response deleted = Objects.requireNonNull(node).apply(new Stimulus.Delete(module));
                    if (deleted == Response.OK && super.prepare(module)) {
                        super.complete(module);
                    }
                }
            };
        }
    }

    static final class PendingIsCurrent extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return right.apply(stimulus instanceof Stimulus.BeginOnLoad(String module) ? new Stimulus.Load(module, false) : stimulus);
        }
    }

    static final class AbortRemoves extends ForwardingKernel {
        AbortRemoves(Kernel right) {
            super(right);
        }

        @Override
        public void abort(String module) {
            super.complete(module);
        }
    }

    /** A call by name from old code goes to the same old code. */
    static final class CallsStayInOldCode extends Variation {
        private final Map<String, Integer> versions = new ConcurrentHashMap<>();
        private final Map<String, Map<String, Integer>> homes = new ConcurrentHashMap<>();
        private final Map<String, Integer> calls = new ConcurrentHashMap<>();

        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            if (stimulus instanceof Stimulus.Call(String call, String process, String module)
                    && right.apply(new Stimulus.CheckOldCode(module)) == Response.TRUE) {
                Integer home = homes.getOrDefault(process, Map.of()).get(module);
                if (home != null) {
                    calls.put(call, home);
                }
            }
            Response response = right.apply(stimulus);
            switch (stimulus) {
                case Stimulus.Load load when response == Response.OK -> versions.merge(load.module(), 1, Integer::sum);
                case Stimulus.BeginOnLoad load when response == Response.OK -> versions.merge(load.module(), 1, Integer::sum);
                case Stimulus.Spawn(String process, Where.InModule(String module, Residence residence), var traits) ->
                    homes.put(process, Map.of(module, versions.getOrDefault(module, 0)));
                case Stimulus.Leave(String process) -> homes.remove(process);
                default -> {
                    // changes nothing
                }
            }
            return response;
        }

        @Override
        Observation seen(Observation right) {
            if (right instanceof Returned(String call, String outcome)) {
                Integer old = calls.remove(call);
                return old == null ? right : new Returned(call, Integer.toString(old));
            }
            return right;
        }
    }

    static final class HeldFunRefers extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return right.apply(
                    stimulus instanceof Stimulus.Spawn(String process, Where.InModule(String module, Residence residence), var traits)
                            && residence == Residence.FUN_ONLY
                                    ? new Stimulus.Spawn(process, new Where.InModule(module, Residence.WAITING), traits)
                                    : stimulus);
        }
    }

    static final class ReturnAddressOverlooked extends Variation {
        @Override
        Response respond(Stimulus stimulus, Function<Stimulus, Response> right) {
            return right.apply(
                    stimulus instanceof Stimulus.Spawn(String process, Where.InModule(String module, Residence residence), var traits)
                            && residence == Residence.ON_STACK
                                    ? new Stimulus.Spawn(process, new Where.InModule(module, Residence.FUN_ONLY), traits)
                                    : stimulus);
        }
    }
}
