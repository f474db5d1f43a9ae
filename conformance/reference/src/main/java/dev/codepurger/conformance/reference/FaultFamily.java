package dev.codepurger.conformance.reference;

import dev.codepurger.conformance.subject.SubjectException;
import dev.codepurger.conformance.subject.SubjectFamily;
import dev.codepurger.conformance.subject.SubjectProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Offers the faulty subjects, {@code fault:NAME}; the suite must reject each of them. */
public final class FaultFamily implements SubjectFamily {
    /** What their names begin with. */
    public static final String PREFIX = "fault:";

    /** For the service loader. */
    public FaultFamily() {
    }

    @Override
    public List<SubjectProvider> subjects() {
        return Fault.all().stream().map(FaultFamily::provider).toList();
    }

    static SubjectProvider provider(Fault fault) {
        return new ReferenceProvider(fault.subject(), fault.description(), fault.profile(), fault.profiles(), Faults.variationOf(fault));
    }

    /**
     * The fault of this name, if it is one of a fault at all.
     *
     * @throws SubjectException if it begins as one does, and there is no such fault
     */
    @Override
    public Optional<SubjectProvider> find(String name) throws SubjectException {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Optional<Fault> fault = Fault.find(name.substring(PREFIX.length()));
        if (fault.isEmpty()) {
            throw new SubjectException("there is no subject '" + name + "'; faults are "
                    + Fault.all().stream().map(Fault::name).collect(Collectors.joining(", ")));
        }
        return fault.map(FaultFamily::provider);
    }
}
