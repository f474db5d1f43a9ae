package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.conformance.run.Profiles;
import dev.codepurger.conformance.subject.Capability;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Response;
import dev.codepurger.model.world.Stimulus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The schemas, the document and the program say the same. */
class ProtocolTest {
    private static final Path FOLDER = Path.of("..", "..", "spec", "protocol");

    private static List<Stimulus> stimuli() {
        List<Stimulus> all = new ArrayList<>(List.of(new Stimulus.Load("m", true), new Stimulus.Delete("m"), new Stimulus.BeginOnLoad("m"),
                new Stimulus.Offer("m"), new Stimulus.CheckOldCode("m"), new Stimulus.Leave("p"), new Stimulus.Exit("p"),
                new Stimulus.Kill("p"), new Stimulus.Alive("p"), new Stimulus.Pause("p"), new Stimulus.Resume("p"),
                new Stimulus.Suspend("p"), new Stimulus.Unsuspend("p"), new Stimulus.MakeFun("f", "m"), new Stimulus.CallFun("c", "p", "f"),
                new Stimulus.Call("c", "p", "m"), new Stimulus.Purge("r", "m", "p"), new Stimulus.SoftPurge("r", "m", "p"),
                new Stimulus.FinishAfterOnLoad("r", "m", false, "p"), new Stimulus.Continue("r", "p"), new Stimulus.Complete("r", "p"),
                new Stimulus.ForgeDown("p"), new Stimulus.ForgeCheckReply("p", true), new Stimulus.Hold(), new Stimulus.Release(),
                new Stimulus.StallPrepare(), new Stimulus.Unstall(), new Stimulus.Spawn("p", new Stimulus.Where.Nowhere()),
                new Stimulus.Spawn("p", new Stimulus.Where.InOnLoad("m")), new Stimulus.Spawn("p", new Stimulus.Where.OnFun("f"))));
        Arrays.stream(Stimulus.JunkKind.values()).map(Stimulus.Junk::new).forEach(all::add);
        Arrays.stream(Priority.values()).map(priority -> new Stimulus.ChangePrio("r", priority, "p")).forEach(all::add);
        Arrays.stream(TestType.values()).map(type -> new Stimulus.TestPurge("r", "m", type, "p")).forEach(all::add);
        for (Stimulus.Residence residence : Stimulus.Residence.values()) {
            all.add(Stimulus.Spawn.with("p", new Stimulus.Where.InModule("m", residence), ImmutableSet.copyOf(Stimulus.Trait.values())));
        }
        return all;
    }

    @Test
    @DisplayName("every stimulus is written as its schema says")
    void stimuliFit() {
        Set<Class<?>> kinds = new HashSet<>();
        for (Stimulus stimulus : stimuli()) {
            ObjectNode request = Json.object().put("id", 1).put("op", "apply");
            request.set("stimulus", Stimuli.write(stimulus));
            assertEquals(Optional.empty(), SchemaLint.shared().problem("apply_request", request), request::toString);
            kinds.add(stimulus.getClass());
        }
        assertEquals(kinds(Stimulus.class), kinds);
    }

    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> all = new HashSet<>();
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            if (one.isSealed()) {
                all.addAll(kinds(one));
            } else {
                all.add(one);
            }
        }
        return all;
    }

    @Test
    @DisplayName("the schemas know every word that the program knows")
    void sameWords() {
        assertEquals(words(Response.values()), new TreeSet<>(SchemaLint.shared().words("response", "")));
        assertEquals(words(Label.QuietKind.values()), new TreeSet<>(SchemaLint.shared().words("quiet", "kind")));
        assertEquals(words(Label.RequestKind.values()), new TreeSet<>(SchemaLint.shared().words("observation_replied", "kind")));
        assertEquals(new TreeSet<>(Profiles.names()), new TreeSet<>(SchemaLint.shared().words("profile", "")));
        Set<String> capabilities = new TreeSet<>(Arrays.stream(Capability.values()).map(Capability::id).toList());
        capabilities.remove("concurrent");
        assertEquals(capabilities, new TreeSet<>(SchemaLint.shared().words("capability", "")));
        assertEquals(kinds(Effect.class).size(), SchemaLint.shared().words("effect", "name").size());
        // An effect is an observation too.
        assertEquals(kinds(Label.Observation.class).size() - 1, SchemaLint.shared().words("observation", "name").size());
    }

    private static Set<String> words(Enum<?>[] constants) {
        return new TreeSet<>(Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
    }

    @Test
    @DisplayName("the examples of the document fit the schemas")
    void examplesFit() throws Exception {
        Matcher example = Pattern.compile("^    ([→←]) (.*)$", Pattern.MULTILINE).matcher(Files.readString(FOLDER.resolve("PROTOCOL.md")));
        String op = "";
        Set<String> seen = new TreeSet<>();
        while (example.find()) {
            ObjectNode message = Json.parse(example.group(2));
            boolean asked = example.group(1).equals("→");
            op = asked ? message.path("op").textValue() : op;
            String schema = op + (asked ? "_request" : "_answer");
            assertEquals(Optional.empty(), SchemaLint.shared().problem(schema, message), example.group(2));
            seen.add(schema);
        }
        assertEquals(12, seen.size(), seen::toString);
    }

    @Test
    @DisplayName("the schemas refuse what is not in the protocol")
    void refuses() throws BadAnswerException {
        String[][] wrong = {{"apply_answer", "{'id':1,'response':'maybe'}"}, {"apply_answer", "{'id':0,'response':'ok'}"},
                {"poll_answer", "{'id':1,'seen':[{'name':'down','process':'p'}]}"},
                {"poll_answer", "{'id':1,'seen':[{'name':'down','process':'p','reason':'killed','at':1}]}"},
                {"poll_answer", "{'id':1,'seen':[{'name':'effect','effect':{'name':'saved','what':'nothing'}}]}"},
                {"settle_answer", "{'id':1,'seen':[],'quiet':{'kind':'idle'}}"}, {"reset_answer", "{'id':1,'ok':true}"},
                {"error_answer", "{'id':1,'error':''}"}};
        for (String[] one : wrong) {
            ObjectNode message = Json.parse(one[1].replace('\'', '"'));
            assertTrue(SchemaLint.shared().problem(one[0], message).isPresent(), one[1]);
        }
    }
}
