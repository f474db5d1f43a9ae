package dev.codepurger.conformance.otp.whitebox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.ImmutableSet;
import dev.codepurger.model.purger.Message;
import dev.codepurger.model.purger.Message.RequestTag;
import dev.codepurger.model.purger.Message.TestType;
import dev.codepurger.model.purger.Pid;
import dev.codepurger.model.purger.Priority;
import dev.codepurger.model.purger.Result;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Erlang terms as the log has them, and the messages of the model. */
final class Letters {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ImmutableSet<String> KINDS = ImmutableSet.of("purge", "soft_purge", "test_purge", "finish_after_on_load",
            "continue", "complete", "change_prio", "check_process_code", "DOWN", "EXIT");

    /** What the purger knows when it looks at a message. */
    interface Knowledge {
        /** Is this the tag of the check that runs? */
        boolean isCurrent(JsonNode tag);

        /** Who is watched by this monitor, if it is one of the purger's that still counts. */
        Optional<Pid> watched(String monitor);
    }

    private final Map<String, Pid> pids = new HashMap<>();
    /** The terms that messages were made of. The model hands on the messages that it gets, and makes none of its own. */
    private final IdentityHashMap<Message, JsonNode> terms = new IdentityHashMap<>();
    /** The model has references as text. */
    private final Map<String, JsonNode> refs = new HashMap<>();

    Pid pid(String text) {
        return pids.computeIfAbsent(text, name -> new Pid(pids.size(), name));
    }

    /** What a message is called where messages are counted: its first word, if the purger may know it. */
    static String kind(JsonNode term) {
        String tag = term.isArray() ? term.path(0).asText() : "";
        return KINDS.contains(tag) ? tag : "garbage";
    }

    /** The message that a term is. */
    Message message(JsonNode term, Knowledge knowledge) {
        Message message = read(term, knowledge);
        terms.put(message, term);
        return message;
    }

    /** The term that a message was made of. */
    JsonNode term(Message message) {
        return Optional.ofNullable(terms.get(message)).orElseThrow(() -> new IllegalStateException("made by the model: " + message));
    }

    /** Nothing is kept any more. */
    void forget() {
        terms.clear();
        refs.clear();
    }

    private Message read(JsonNode term, Knowledge knowledge) {
        String tag = term.isArray() && term.size() > 0 && term.get(0).isTextual() ? term.get(0).textValue() : "";
        int size = term.size();
        return switch (tag) {
            case "purge" -> size == 4 && isAtom(term.get(1)) && isPid(term.get(2))
                    ? new Message.Purge(term.get(1).textValue(), pid(term.get(2).textValue()), ref(term.get(3)))
                    : new Message.Malformed(RequestTag.PURGE);
            case "soft_purge" -> size == 4 && isAtom(term.get(1)) && isPid(term.get(2))
                    ? new Message.SoftPurge(term.get(1).textValue(), pid(term.get(2).textValue()), ref(term.get(3)))
                    : new Message.Malformed(RequestTag.SOFT_PURGE);
            case "test_purge" -> size == 5 && isAtom(term.get(1)) && isPid(term.get(2))
                    ? new Message.TestPurge(term.get(1).textValue(), type(term.get(3)), pid(term.get(2).textValue()), ref(term.get(4)))
                    : new Message.Malformed(RequestTag.TEST_PURGE);
            case "finish_after_on_load" -> size == 4 && isModuleAndKeep(term.get(1)) && isPid(term.get(2))
                    ? new Message.FinishAfterOnLoad(term.get(1).get(0).textValue(), term.get(1).get(1).booleanValue(),
                            pid(term.get(2).textValue()), ref(term.get(3)))
                    : new Message.Malformed(RequestTag.FINISH_AFTER_ON_LOAD);
            case "continue" -> size == 2 ? new Message.Continue(ref(term.get(1))) : garbage(term);
            case "complete" -> size == 2 ? new Message.Complete(ref(term.get(1))) : garbage(term);
            case "change_prio" -> size == 4 && isPid(term.get(1))
                    ? new Message.ChangePrio(priority(term.get(3)), pid(term.get(1).textValue()), ref(term.get(2)))
                    : garbage(term);
            case "check_process_code" -> size == 3 && term.get(1).isArray() && term.get(1).size() == 2 && term.get(2).isBoolean()
                    ? new Message.CheckReply(knowledge.isCurrent(term.get(1).get(0)) ? Message.Tag.CURRENT : Message.Tag.STALE,
                            pid(term.get(1).get(1).asText()), term.get(2).booleanValue())
                    : garbage(term);
            case "DOWN" -> size == 5 ? down(term, knowledge) : garbage(term);
            case "EXIT" -> size == 3 ? new Message.ExitSignal() : garbage(term);
            default -> garbage(term);
        };
    }

    private Message down(JsonNode term, Knowledge knowledge) {
        Optional<Pid> watched = knowledge.watched(term.get(1).asText());
        return new Message.Down(watched.orElseGet(() -> pid(term.get(3).asText())), watched.isPresent(),
                term.get(4).asText().equals("noproc"));
    }

    private static Message garbage(JsonNode term) {
        return new Message.Garbage(term.toString());
    }

    private static boolean isPid(JsonNode term) {
        return term.isTextual() && term.textValue().startsWith("<");
    }

    /** Booleans are atoms too, but no names of modules that anybody loads. */
    private static boolean isAtom(JsonNode term) {
        return term.isTextual() && !term.textValue().startsWith("<") && !term.textValue().startsWith("#");
    }

    private static boolean isModuleAndKeep(JsonNode term) {
        return term.isArray() && term.size() == 2 && isAtom(term.get(0)) && term.get(1).isBoolean();
    }

    private static TestType type(JsonNode term) {
        return !term.isBoolean() ? TestType.OTHER : term.booleanValue() ? TestType.HARD : TestType.SOFT;
    }

    private static Priority priority(JsonNode term) {
        return switch (term.asText()) {
            case "low" -> Priority.LOW;
            case "normal" -> Priority.NORMAL;
            case "high" -> Priority.HIGH;
            case "max" -> Priority.MAX;
            default -> Priority.OTHER;
        };
    }

    /** The priority that the purger had before. */
    static Priority before(Event event) {
        return priority(event.value("before"));
    }

    private String ref(JsonNode term) {
        String text = term.isTextual() ? term.textValue() : term.toString();
        refs.put(text, term);
        return text;
    }

    /** The term of a reference, which the model has as text. */
    JsonNode refTerm(String ref) {
        return Optional.ofNullable(refs.get(ref)).orElseThrow(() -> new IllegalStateException("made by the model: " + ref));
    }

    static JsonNode result(Result result) {
        return switch (result) {
            case Result.Hard(boolean old, boolean killed) -> array(JSON.booleanNode(old), JSON.booleanNode(killed));
            case Result.Soft(boolean purged) -> JSON.booleanNode(purged);
            case Result.Was(Priority priority) -> JSON.textNode(priority.name().toLowerCase(Locale.ROOT));
            case Result.NoPriority none -> JSON.textNode("error");
            case Result.Ok ok -> JSON.textNode("ok");
            case Result.NoPendingOnLoad none -> array(JSON.textNode("error"), JSON.textNode("no_pending_on_load"));
        };
    }

    static ArrayNode array(JsonNode... all) {
        ArrayNode array = JSON.arrayNode();
        for (JsonNode one : all) {
            array.add(one);
        }
        return array;
    }
}
