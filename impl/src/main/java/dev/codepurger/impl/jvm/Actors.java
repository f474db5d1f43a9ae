package dev.codepurger.impl.jvm;

import java.util.ArrayList;
import java.util.List;

/** Those who can take a step. Leaving is as cheap as joining: the last one takes the place. The order depends on nothing but what happened. */
final class Actors {
    private final List<Actor> able = new ArrayList<>();

    /** To be called whenever an actor may have become able or unable. */
    void update(Actor actor) {
        boolean listed = actor.index >= 0;
        if (actor.canStep() == listed) {
            return;
        }
        if (listed) {
            Actor last = able.remove(able.size() - 1);
            if (!last.equals(actor)) {
                able.set(actor.index, last);
                last.index = actor.index;
            }
            actor.index = -1;
        } else {
            actor.index = able.size();
            able.add(actor);
        }
    }

    int size() {
        return able.size();
    }

    void step(int index) {
        Actor actor = able.get(index);
        try {
            actor.step();
        } finally {
            update(actor);
        }
    }
}
