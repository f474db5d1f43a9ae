package dev.codepurger.spec;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The line under the heading of a rule, such as {@code MUST · profiles: all · seed: L34 · observable: paused}. */
record MetaLine(Level level, Set<String> profiles, List<LineRange> seedLines, Set<Observability> observability, boolean defect) {
    private static final List<String> DEFINED_PROFILES = List.of("seed", "hardened", "otp-25", "otp-25-hardened");
    private static final String DEFECT = "DEFECT";

    static MetaLine parse(String text, int line) {
        String[] parts = text.split(" · ", -1);
        if (parts.length < 4 || parts.length > 5) {
            throw new SpecFormatException(line, "expected 'LEVEL · profiles: … · seed: … · observable: …', found: " + text);
        }
        boolean defect = parts.length == 5;
        if (defect && !parts[4].equals(DEFECT)) {
            throw new SpecFormatException(line, "unknown field '" + parts[4] + "'");
        }
        return new MetaLine(level(parts[0], line), profiles(value(parts[1], "profiles", line), line),
                seedLines(value(parts[2], "seed", line), line), ways(value(parts[3], "observable", line), line), defect);
    }

    private static Level level(String text, int line) {
        return Arrays.stream(Level.values()).filter(level -> level.name().equals(text)).findFirst()
                .orElseThrow(() -> new SpecFormatException(line, "unknown level '" + text + "'"));
    }

    private static String value(String part, String key, int line) {
        String prefix = key + ": ";
        if (!part.startsWith(prefix)) {
            throw new SpecFormatException(line, "expected the field '" + key + "', found: " + part);
        }
        return part.substring(prefix.length());
    }

    private static Set<String> profiles(String text, int line) {
        if (text.equals("all")) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(DEFINED_PROFILES));
        }
        Set<String> profiles = new LinkedHashSet<>();
        for (String name : text.split(", ", -1)) {
            if (!DEFINED_PROFILES.contains(name)) {
                throw new SpecFormatException(line, "unknown profile '" + name + "'; there are " + DEFINED_PROFILES);
            }
            if (!profiles.add(name)) {
                throw new SpecFormatException(line, "profile '" + name + "' is named twice");
            }
        }
        return Collections.unmodifiableSet(profiles);
    }

    private static List<LineRange> seedLines(String text, int line) {
        try {
            return LineRange.parseList(text);
        } catch (IllegalArgumentException e) {
            throw new SpecFormatException(line, "field 'seed': " + e.getMessage());
        }
    }

    private static Set<Observability> ways(String text, int line) {
        EnumSet<Observability> ways = EnumSet.noneOf(Observability.class);
        if (!text.equals("none")) {
            for (String word : text.split(", ", -1)) {
                Observability way = Observability.find(word)
                        .orElseThrow(() -> new SpecFormatException(line, "unknown way to observe '" + word + "'"));
                if (!ways.add(way)) {
                    throw new SpecFormatException(line, "'" + word + "' is named twice");
                }
            }
        }
        return Collections.unmodifiableSet(ways);
    }
}
