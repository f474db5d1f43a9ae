package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.cases.Notation;
import dev.codepurger.conformance.cases.Step;
import dev.codepurger.conformance.cases.StepReader;
import dev.codepurger.conformance.concurrent.HistoryText;
import dev.codepurger.model.oracle.History;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of text with which a case is run again: {@code codepurger1 subject=… profile=… limit=… requests=… seed=… effects=… timeout=…ms case=…
 * steps=… history=…}, where {@code requests} is absent under a profile without such a limit, {@code steps} if the case itself is to be run, and {@code history} unless several acted at once. Settings of the subject stand as {@code set.NAME=…}. No value
 * contains a blank or an apostrophe, so the line can be quoted with apostrophes in a shell.
 *
 * @param subject the subject's name
 * @param profile the name of the profile it was judged by
 * @param killLimit the kill limit it ran with
 * @param requestLimit the limit of requests in flight it ran with; 0 for none
 * @param seed the seed of the run
 * @param effects whether the effect channel was judged
 * @param timeout the time-out of the run
 * @param settings the settings of the subject
 * @param caseId the case
 * @param steps what to do instead of the whole case
 * @param history what was done and seen by several at once, to be judged again before the case is run again
 */
public record ReplayLine(String subject, String profile, int killLimit, int requestLimit, long seed, boolean effects, Duration timeout,
        ImmutableMap<String, String> settings, String caseId, Optional<ImmutableList<Step>> steps, Optional<History> history) {
    static final String HEAD = "codepurger1";
    private static final Pattern FIELD = Pattern.compile("([a-z][a-z0-9.-]*)=(.*)", Pattern.DOTALL);
    private static final List<String> OPTIONAL = List.of("requests", "steps", "history");
    private static final List<String> NEEDED = List.of("subject", "profile", "limit", "seed", "effects", "timeout", "case");

    /** A line without a history, for a profile without a limit of requests in flight. */
    public ReplayLine(String subject, String profile, int killLimit, long seed, boolean effects, Duration timeout,
            ImmutableMap<String, String> settings, String caseId, Optional<ImmutableList<Step>> steps) {
        this(subject, profile, killLimit, 0, seed, effects, timeout, settings, caseId, steps, Optional.empty());
    }

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is not one, with what is wrong in one sentence
     */
    public static ReplayLine parse(String line) {
        Map<String, String> fields = fields(line);
        for (String name : NEEDED) {
            if (!fields.containsKey(name)) {
                throw new IllegalArgumentException("the field " + name + " is missing: the line was cut or garbled");
            }
        }
        return new Fields(fields).line();
    }

    /** The fields of a line, by name, as they stand. */
    static Map<String, String> fields(String line) {
        String[] words = line.strip().split(" +", -1);
        if (!words[0].equals(HEAD)) {
            throw new IllegalArgumentException("a replay line begins with " + HEAD + ", this one with " + Notation.quote(cut(words[0])));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            Matcher field = FIELD.matcher(words[i]);
            if (!field.matches()) {
                throw new IllegalArgumentException("not NAME=VALUE: " + Notation.quote(cut(words[i])));
            }
            if (fields.put(field.group(1), field.group(2)) != null) {
                throw new IllegalArgumentException("the field " + field.group(1) + " stands twice");
            }
        }
        return fields;
    }

    /** What is played: the steps, if there are some, in the place of the case that the line names. */
    public ConformanceCase toPlay(ConformanceCase named) {
        return steps.map(all -> ConformanceCase.ofSteps(caseId, all, killLimit, requestLimit, effects))
                .orElse(effects ? named.withEffects() : named);
    }

    /** The profile with the limits of the line. */
    Profile profile(Profile named) {
        Profile limited = named.withKillLimit(killLimit);
        return requestLimit == 0 || !named.limitsRequests() ? limited : limited.withRequestsInFlight(requestLimit);
    }

    /** A limit of a profile, in a field of this name. */
    static int limit(String name, String text) {
        // As high as in the header of a trace.
        if (!text.matches("[1-9][0-9]{0,5}|1000000")) {
            throw wrong(name, text);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String name, String text) {
        return new IllegalArgumentException("the field " + name + " cannot have the value " + Notation.quote(cut(text)));
    }

    static String cut(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(HEAD);
        line.append(" subject=").append(Notation.escape(subject)).append(" profile=").append(Notation.escape(profile));
        line.append(" limit=").append(killLimit);
        if (requestLimit != 0) {
            line.append(" requests=").append(requestLimit);
        }
        line.append(" seed=").append(seed).append(" effects=").append(effects);
        line.append(" timeout=").append(timeout.toMillis()).append("ms");
        settings.forEach((name, value) -> line.append(" set.").append(name).append('=').append(Notation.escape(value)));
        line.append(" case=").append(caseId);
        steps.ifPresent(all -> line.append(" steps=").append(Notation.steps(all)));
        history.ifPresent(all -> line.append(" history=").append(HistoryText.write(all)));
        return line.toString();
    }

    /** The fields of a line while they are read. */
    private record Fields(Map<String, String> all) {

        ReplayLine line() {
            ImmutableMap.Builder<String, String> settings = ImmutableMap.builder();
            for (Map.Entry<String, String> one : all.entrySet()) {
                if (one.getKey().startsWith("set.")) {
                    settings.put(one.getKey().substring(4), Notation.unescape(one.getValue()));
                } else if (!NEEDED.contains(one.getKey()) && !OPTIONAL.contains(one.getKey())) {
                    throw new IllegalArgumentException("unknown field " + one.getKey());
                }
            }
            String time = text("timeout");
            if (!time.matches("[1-9][0-9]{0,8}ms")) {
                throw wrong("timeout");
            }
            return new ReplayLine(text("subject"), text("profile"), limit("limit"), all.containsKey("requests") ? limit("requests") : 0,
                    seed(), effects(),
                    Duration.ofMillis(Long.parseLong(time.substring(0, time.length() - 2))), settings.buildOrThrow(), text("case"),
                    steps(), history());
        }

        private String text(String name) {
            return Notation.unescape(all.getOrDefault(name, ""));
        }

        private int limit(String name) {
            return ReplayLine.limit(name, all.getOrDefault(name, ""));
        }

        private long seed() {
            try {
                return Long.parseLong(text("seed"));
            } catch (NumberFormatException e) {
                throw wrong("seed");
            }
        }

        private boolean effects() {
            return switch (text("effects")) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong("effects");
            };
        }

        private Optional<ImmutableList<Step>> steps() {
            if (!all.containsKey("steps")) {
                return Optional.empty();
            }
            try {
                // The steps have their own escapes, inside quotes.
                return Optional.of(StepReader.read(all.getOrDefault("steps", "")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("in the steps, " + e.getMessage(), e);
            }
        }

        private Optional<History> history() {
            if (!all.containsKey("history")) {
                return Optional.empty();
            }
            try {
                return Optional.of(HistoryText.read(all.getOrDefault("history", "")));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("in the history, " + e.getMessage(), e);
            }
        }

        private IllegalArgumentException wrong(String name) {
            return ReplayLine.wrong(name, all.getOrDefault(name, ""));
        }
    }
}
