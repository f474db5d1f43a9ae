package dev.codepurger.impl.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void requestsAreOfTheirKinds() {
        Stream<Message.Request> requests = Stream.of(
                new Message.Purge("m", "c", "r"),
                new Message.SoftPurge("m", "c", "r"),
                new Message.TestPurge("m", "c", true, "r"),
                new Message.FinishAfterOnLoad("m", true, "c", "r"));
        List<RequestKind> kinds = requests.map(Message.Request::kind).toList();
        assertEquals(
                List.of(RequestKind.PURGE, RequestKind.SOFT_PURGE, RequestKind.TEST_PURGE, RequestKind.FINISH_AFTER_ON_LOAD), kinds);
        assertEquals(RequestKind.values().length, kinds.size());
    }

    @Test
    void theAnswerToATestPurgeLooksLikeOne() {
        assertEquals(RequestKind.TEST_PURGE, new Message.TestPurgeResult(new Answer.Soft(true), "r").kind());
    }
}
