package dev.codepurger.model.closed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codepurger.model.purger.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What both descriptions of the closed worlds must find, as {@code spec/tla/manifest.json} says. */
final class Manifest {

    static final Path FOLDER = Path.of("..", "spec", "tla");
    private static final Path FILE = FOLDER.resolve("manifest.json");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Manifest() {}

    /** One world with one purger. */
    record Entry(String configuration, String profile, int states, long edges, int depth, Set<String> violated,
            Set<String> unkept) {

        Profile purger() {
            return Stream.of(Profile.SEED, Profile.HARDENED, Profile.OTP_25, Profile.OTP_25_HARDENED)
                    .filter(one -> one.name().equals(profile))
                    .findFirst().orElseThrow();
        }

        /** The module that describes the world in TLA+. */
        String module() {
            return "MC_" + configuration.replace('-', '_');
        }

        @Override
        public String toString() {
            return configuration + " " + profile;
        }
    }

    /** The worlds that are looked at in each build. */
    static List<Entry> read() throws IOException {
        return read("worlds");
    }

    /** The large ones. */
    static List<Entry> large() throws IOException {
        return read("large");
    }

    private static List<Entry> read(String key) throws IOException {
        return items(MAPPER.readTree(FILE.toFile()).get(key))
                .map(node -> new Entry(node.get("world").asText(), node.get("profile").asText(),
                        node.get("states").asInt(), node.get("edges").asLong(), node.get("depth").asInt(),
                        texts(node.get("violated")), texts(node.get("unkept"))))
                .toList();
    }

    static void write(List<Entry> entries, List<Entry> large) throws IOException {
        Files.writeString(FILE, "{\"worlds\": [\n" + lines(entries) + "],\n\"large\": [\n" + lines(large) + "]}\n");
    }

    private static String lines(List<Entry> entries) {
        ArrayNode worlds = MAPPER.createArrayNode();
        for (Entry entry : entries) {
            ObjectNode node = worlds.addObject().put("world", entry.configuration).put("profile", entry.profile).put("states", entry.states)
                    .put("edges", entry.edges).put("depth", entry.depth);
            entry.violated.forEach(node.putArray("violated")::add);
            entry.unkept.forEach(node.putArray("unkept")::add);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < worlds.size(); i++) {
            text.append("  ").append(worlds.get(i)).append(i + 1 < worlds.size() ? ",\n" : "\n");
        }
        return text.toString();
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(items(array).map(JsonNode::asText).toList());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
