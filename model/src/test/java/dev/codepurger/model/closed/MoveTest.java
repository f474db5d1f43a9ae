package dev.codepurger.model.closed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codepurger.model.closed.Move.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MoveTest {

    @Test
    @DisplayName("nobody must ask for the first time, die, leave, call, come back, or load; what else is begun goes on")
    void mustHappen() {
        Set<Kind> may = EnumSet.of(Kind.REQUEST, Kind.DIE, Kind.LEAVE, Kind.CALL, Kind.RETURN, Kind.LOAD);
        assertEquals(may, Arrays.stream(Kind.values()).filter(kind -> !kind.mustHappen()).collect(Collectors.toSet()));
    }
}
