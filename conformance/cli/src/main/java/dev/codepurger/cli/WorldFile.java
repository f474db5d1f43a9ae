package dev.codepurger.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.closed.Configuration;
import dev.codepurger.model.closed.Configuration.Codes;
import dev.codepurger.model.closed.Goal;
import dev.codepurger.model.closed.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A closed world that a user describes, by {@code spec/tla/world.schema.json}. Whatever is wrong gets one line that says where, and what is expected. */
final class WorldFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_PROCESSES = 8;
    private static final int GREATEST_NUMBER = 100;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,30}");
    private static final JsonFactory FACTORY = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).maxStringLength(1_000).maxDocumentLength(MOST_BYTES)
                    .build())
            .build();

    private enum Code {
        OLD, CURRENT, PENDING
    }

    private final Path file;
    private final JsonParser parser;
    private String name = "";
    private String about = "";
    private Set<Code> code = EnumSet.noneOf(Code.class);
    private int loads;
    private int killLimit = 1;
    private int requestLimit;
    private final List<Plan> processes = new ArrayList<>();
    private final List<JsonLocation> places = new ArrayList<>();
    private Set<Goal> goals = EnumSet.noneOf(Goal.class);

    private WorldFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Reads it.
     *
     * @throws CliException if it cannot be read, or describes no world
     */
    static Configuration read(Path file) {
        try (InputStream in = Files.newInputStream(file); JsonParser parser = FACTORY.createParser(in)) {
            return new WorldFile(file, parser).world();
        } catch (JsonProcessingException e) {
            throw wrong(file, e.getLocation(), "JSON is expected: " + complaint(e));
        } catch (IOException e) {
            throw CliException.usage("the world in " + Context.quoted(file.toString()) + " cannot be read: "
                    + e.getClass().getSimpleName() + " " + Context.quoted(String.valueOf(e.getMessage())), e);
        }
    }

    /** What the parser says, without where some of it is in its buffer. */
    private static String complaint(JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        int more = first.indexOf(" (start marker");
        return more < 0 ? first : first.substring(0, more);
    }

    // ------------------------------------------------------------------------------------------------------------ the world

    private Configuration world() throws IOException {
        parser.nextToken();
        JsonLocation beginning = parser.currentTokenLocation();
        Set<String> fields = object("a world, which is an object,", this::field);
        for (String field : List.of("name", "code", "processes")) {
            if (!fields.contains(field)) {
                throw wrong(file, beginning, field + " is missing");
            }
        }
        if (parser.nextToken() != null) {
            throw wrong("nothing is expected behind the world");
        }
        // One process more each time, so that the first with which something is wrong is known.
        for (int i = 0; i < processes.size(); i++) {
            checked(i + 1, places.get(i));
        }
        return checked(processes.size(), beginning);
    }

    private Configuration checked(int count, JsonLocation where) {
        try {
            return new Configuration(name, about,
                    new Codes(code.contains(Code.OLD), code.contains(Code.CURRENT), code.contains(Code.PENDING)),
                    ImmutableList.copyOf(processes.subList(0, count)), loads, killLimit, requestLimit, ImmutableSet.copyOf(goals));
        } catch (IllegalArgumentException e) {
            throw wrong(file, where, String.valueOf(e.getMessage()).replace(name + ": ", ""));
        }
    }

    private void field(String field) throws IOException {
        switch (field) {
            case "name" -> name = name();
            case "about" -> about = text("a text of at least one character");
            case "code" -> code = words(Code.class, WorldFile::word);
            case "loads" -> loads = isText("always") ? Configuration.ALWAYS : number(0, ", or \"always\"");
            case "killLimit" -> killLimit = number(1, "");
            case "requestLimit" -> requestLimit = number(1, "");
            case "processes" -> list("processes", this::process);
            case "goals" -> goals = words(Goal.class, Goal::id);
            default -> throw unknown(field, "name, about, code, loads, killLimit, requestLimit, processes, goals");
        }
    }

    private void process() throws IOException {
        if (processes.size() == MOST_PROCESSES) {
            throw wrong("no more than " + MOST_PROCESSES + " processes are expected");
        }
        JsonLocation where = parser.currentTokenLocation();
        OneProcess one = new OneProcess();
        Set<String> fields = object("a process, which is an object,", one::field);
        for (String field : List.of("name", "place")) {
            if (!fields.contains(field)) {
                throw wrong(file, where, field + " of a process is missing");
            }
        }
        processes.add(new Plan(one.called, one.place, one.asks.build(), ImmutableSet.copyOf(one.may)));
        places.add(where);
    }

    private final class OneProcess {
        private String called = "";
        private Plan.Place place = Plan.Place.REMOTE;
        private final ImmutableList.Builder<Plan.Ask> asks = ImmutableList.builder();
        private Set<Plan.Freedom> may = EnumSet.noneOf(Plan.Freedom.class);

        private void field(String field) throws IOException {
            switch (field) {
                case "name" -> called = name();
                case "place" -> place = word(Plan.Place.class, WorldFile::word);
                case "asks" -> list("requests", () -> asks.add(word(Plan.Ask.class, WorldFile::word)));
                case "may" -> may = words(Plan.Freedom.class, WorldFile::word);
                default -> throw unknown(field, "name, place, asks, may");
            }
        }
    }

    // ------------------------------------------------------------------------------------------------------------ parts of JSON

    /** Something that reads what the parser stands at, to its last token. */
    private interface Part {
        void read() throws IOException;
    }

    private interface Field {
        void read(String name) throws IOException;
    }

    /** The names of the fields that there are. */
    private Set<String> object(String what, Field each) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong(what + " is expected");
        }
        Set<String> names = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonLocation where = parser.currentTokenLocation();
            parser.nextToken();
            names.add(field);
            try {
                each.read(field);
            } catch (UnknownField e) {
                throw wrong(file, where, String.valueOf(e.getMessage()));
            }
        }
        return names;
    }

    private void list(String what, Part each) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("a list of " + what + " is expected");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            each.read();
        }
    }

    private <E extends Enum<E>> Set<E> words(Class<E> type, Function<E, String> spelling) throws IOException {
        Set<E> found = EnumSet.noneOf(type);
        list("words", () -> {
            E one = word(type, spelling);
            if (!found.add(one)) {
                throw wrong(spelling.apply(one) + " is expected once");
            }
        });
        return found;
    }

    private <E extends Enum<E>> E word(Class<E> type, Function<E, String> spelling) throws IOException {
        for (E one : type.getEnumConstants()) {
            if (isText(spelling.apply(one))) {
                return one;
            }
        }
        throw wrong("one of these is expected: "
                + List.of(type.getEnumConstants()).stream().map(spelling).collect(Collectors.joining(", ")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String name() throws IOException {
        String text = text("a name");
        if (!NAME.matcher(text).matches()) {
            throw wrong("a name is expected: a small letter, and up to 30 small letters, digits, _ and -");
        }
        return text;
    }

    private String text(String what) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING || parser.getText().isBlank()) {
            throw wrong(what + " is expected");
        }
        return parser.getText();
    }

    private boolean isText(String text) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING && parser.getText().equals(text);
    }

    private int number(int least, String or) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() == JsonParser.NumberType.INT
                && parser.getIntValue() >= least && parser.getIntValue() <= GREATEST_NUMBER) {
            return parser.getIntValue();
        }
        throw wrong("a number from " + least + " to " + GREATEST_NUMBER + or + " is expected");
    }

    private static UnknownField unknown(String field, String fields) {
        return new UnknownField("there is no field " + Context.quoted(field) + "; there are " + fields);
    }

    /** Said where the name of the field stands, which the parser has passed. */
    private static final class UnknownField extends IOException {
        private static final long serialVersionUID = 1;

        UnknownField(String message) {
            super(message);
        }
    }

    private CliException wrong(String what) {
        return wrong(file, parser.currentTokenLocation(), what);
    }

    private static CliException wrong(Path file, JsonLocation where, String what) {
        return CliException.usage(
                "the world in " + Context.quoted(file.toString()) + ", line " + where.getLineNr() + ", column " + where.getColumnNr() + ": "
                        + what);
    }
}
