package example;

import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Label.Did;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.util.List;

/** Stands in for somebody's purger, whose log a test judges: old code, somebody who runs it, a purge, a death, the answer. */
final class OurPurger {
    private OurPurger() {}

    static List<Label> log() {
        Stimulus.Where inside = new Stimulus.Where.InModule("m", Stimulus.Residence.WAITING);
        return List.of(
                new Did(new Stimulus.Load("m", false), Response.OK),
                new Did(new Stimulus.Spawn("p1", inside), Response.OK),
                new Did(new Stimulus.Load("m", false), Response.OK),
                new Did(new Stimulus.Spawn("client", new Stimulus.Where.Nowhere()), Response.OK),
                new Did(new Stimulus.Purge("r1", "m", "client"), Response.OK),
                new Label.Down("p1", "killed"),
                new Label.Replied("r1", Label.RequestKind.PURGE, new Result.Hard(true, true)));
    }
}
