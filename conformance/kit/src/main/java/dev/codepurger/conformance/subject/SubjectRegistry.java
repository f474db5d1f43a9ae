package dev.codepurger.conformance.subject;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The subjects that there are, by name. */
public final class SubjectRegistry {
    private final ImmutableList<SubjectFamily> families;

    /** With these families, in this order. */
    public SubjectRegistry(List<? extends SubjectFamily> families) {
        this.families = ImmutableList.copyOf(families);
    }

    /** With every family on the class path. */
    public static SubjectRegistry load() {
        return new SubjectRegistry(ServiceLoader.load(SubjectFamily.class, SubjectRegistry.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get).toList());
    }

    /** Every subject that can be listed. */
    public ImmutableList<SubjectInfo> list() {
        return families.stream().flatMap(family -> family.subjects().stream()).map(SubjectProvider::info)
                .collect(ImmutableList.toImmutableList());
    }

    /** The forms of the names of all other subjects. */
    public ImmutableList<SubjectForm> forms() {
        return families.stream().flatMap(family -> family.forms().stream()).collect(ImmutableList.toImmutableList());
    }

    /**
     * The subject with this name.
     *
     * @throws SubjectException if a family knows the kind of name, and it is wrong
     */
    public Optional<SubjectProvider> find(String name) throws SubjectException {
        for (SubjectFamily family : families) {
            Optional<SubjectProvider> found = family.find(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The names of all subjects that can be listed, and the forms of the other names. */
    public Stream<String> names() {
        return Stream.concat(list().stream().map(SubjectInfo::name), forms().stream().map(SubjectForm::form));
    }
}
