package dev.codepurger.conformance.exec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Result;
import dev.codepurger.model.world.Effect;
import dev.codepurger.model.world.Label;
import dev.codepurger.model.world.Stimulus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of names says what the program does. */
class NamesTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(Stimulus|Label|Effect)\\.(\\w+)` \\| `(\\{.*?\\})` \\|", Pattern.MULTILINE);

    private static String page() throws Exception {
        return Files.readString(Path.of("..", "..", "spec", "protocol", "NAMES.md"));
    }

    private static void addKinds(Class<?> sealed, String family, Set<String> all) {
        for (Class<?> one : sealed.getPermittedSubclasses()) {
            if (one.isSealed()) {
                addKinds(one, family, all);
            } else {
                all.add(family + one.getSimpleName());
            }
        }
    }

    @Test
    @DisplayName("each example is read as what it stands beside, and written as it stands")
    void examples() throws Exception {
        Matcher row = ROW.matcher(page());
        Set<String> seen = new TreeSet<>();
        while (row.find()) {
            ObjectNode json = Json.parse(row.group(3));
            String name = row.group(2);
            switch (row.group(1)) {
                case "Stimulus" -> {
                    Stimulus read = Stimuli.read(new Part(json, ""));
                    assertEquals(name, read.getClass().getSimpleName());
                    assertEquals(json, Stimuli.write(read));
                }
                case "Label" -> {
                    Label.Observation read = Observations.read(new Part(json, ""));
                    assertEquals(name, read.getClass().getSimpleName());
                    assertEquals(json, Shown.observation(read));
                }
                default -> {
                    ObjectNode whole = Json.object().put("name", "effect");
                    whole.set("effect", json);
                    Label.Showed read = (Label.Showed) Observations.read(new Part(whole, ""));
                    assertEquals(name, read.effect().getClass().getSimpleName());
                    assertEquals(whole, Shown.observation(read));
                }
            }
            seen.add(row.group(1) + "." + name);
        }
        Set<String> all = new TreeSet<>();
        addKinds(Stimulus.class, "Stimulus.", all);
        addKinds(Label.Observation.class, "Label.", all);
        addKinds(Effect.class, "Effect.", all);
        // A rest and the envelope of an effect have a paragraph of their own.
        all.remove("Label.Quiet");
        all.remove("Label.Showed");
        assertEquals(all, seen);
    }

    @Test
    @DisplayName("every result has a row")
    void results() throws Exception {
        Matcher row = Pattern.compile("^\\| `Result\\.(\\w+)` \\|", Pattern.MULTILINE).matcher(page());
        Set<String> seen = new TreeSet<>();
        while (row.find()) {
            seen.add(row.group(1));
        }
        Set<String> all = new TreeSet<>();
        addKinds(Result.class, "", all);
        assertEquals(all, seen);
    }
}
