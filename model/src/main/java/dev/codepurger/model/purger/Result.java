package dev.codepurger.model.purger;

import java.util.Locale;

/** What a request is answered with. */
public sealed interface Result {

    /** Of a hard purge: was there old code, and was a kill issued (L88-91). */
    record Hard(boolean wasOld, boolean killed) implements Result {
        @Override
        public String toString() {
            return "{" + wasOld + "," + killed + "}";
        }
    }

    /** Of a soft purge: is there no old code any more (L108-110). */
    record Soft(boolean purged) implements Result {
        @Override
        public String toString() {
            return Boolean.toString(purged);
        }
    }

    /** Of a {@code change_prio}: the priority before. */
    record Was(Priority priority) implements Result {
        @Override
        public String toString() {
            return priority.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of a {@code change_prio} to what is no priority. */
    record NoPriority() implements Result {
        @Override
        public String toString() {
            return "error";
        }
    }

    /** Of a {@code finish_after_on_load}: done. */
    record Ok() implements Result {
        @Override
        public String toString() {
            return "ok";
        }
    }

    /** Of a {@code finish_after_on_load} without pending on_load code, where the profile answers it (ONLOAD-6). */
    record NoPendingOnLoad() implements Result {
        @Override
        public String toString() {
            return "{error,no_pending_on_load}";
        }
    }
}
