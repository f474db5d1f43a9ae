package dev.codepurger.model.explore;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

/** Which worker looks at which state is up to the threads, so what is made of it is shown here. */
class CrewTest {

    @Test
    void theStateThatDecidesIsTheFirstByItsWordsWhoeverSawIt() {
        long[] lesser = {1, 2};
        long[] greater = {1, -1};
        assertSame(lesser, Crew.lesser(lesser, greater));
        assertSame(lesser, Crew.lesser(greater, lesser));
        assertSame(lesser, Crew.lesser(lesser, lesser.clone()));
        assertSame(lesser, Crew.lesser(lesser, null));
        assertSame(lesser, Crew.lesser(null, lesser));
        assertNull(Crew.lesser(null, null));
    }
}
