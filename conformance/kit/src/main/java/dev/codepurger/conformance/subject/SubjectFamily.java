package dev.codepurger.conformance.subject;

import java.util.List;
import java.util.Optional;

/**
 * A service that offers subjects. The kit finds families by {@link java.util.ServiceLoader}, so that it knows none of the implementations it
 * judges.
 */
public interface SubjectFamily {

    /** The subjects that can be listed, in the order in which to list them. */
    List<SubjectProvider> subjects();

    /** The forms of names that carry an argument, such as {@code exec:COMMAND}; subjects of these cannot be listed. */
    default List<SubjectForm> forms() {
        return List.of();
    }

    /**
     * The subject with this name. A family whose names carry an argument ({@code exec:COMMAND}) answers for names that it does not list.
     *
     * @throws SubjectException if the name is of this family, and wrong
     */
    default Optional<SubjectProvider> find(String name) throws SubjectException {
        return subjects().stream().filter(one -> one.info().name().equals(name)).findFirst();
    }
}
