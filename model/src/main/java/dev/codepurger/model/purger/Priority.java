package dev.codepurger.model.purger;

/** What a {@code change_prio} asks for: the priorities of a process, and something that is none. */
public enum Priority {
    LOW, NORMAL, HIGH, MAX, OTHER
}
