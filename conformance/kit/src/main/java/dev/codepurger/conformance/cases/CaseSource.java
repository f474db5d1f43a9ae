package dev.codepurger.conformance.cases;

import java.util.List;

/** A service that offers cases; the kit's own families are found in the same way as anybody's. */
public interface CaseSource {

    /** The cases, in the order in which to run them. */
    List<ConformanceCase> cases();
}
