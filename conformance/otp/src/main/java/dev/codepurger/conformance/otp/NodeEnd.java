package dev.codepurger.conformance.otp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the last words of an emulator mean: when the purger dies, which is a system process, the emulator says so and ends. */
final class NodeEnd {
    private static final Pattern SLOGAN = Pattern.compile("System process <[0-9.]+> terminated: (\\{?)([a-z_]+)");

    private NodeEnd() {
    }

    /** The reason for which the purger died, if it did. */
    static Optional<String> reason(int exitCode, String standardError) {
        Matcher slogan = SLOGAN.matcher(standardError);
        String reason = "";
        while (slogan.find()) {
            reason = slogan.group(2);
        }
        return reason.isEmpty() || exitCode == 0 ? Optional.empty() : Optional.of(reason);
    }
}
