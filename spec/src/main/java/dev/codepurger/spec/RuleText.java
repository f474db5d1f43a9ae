package dev.codepurger.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule as the document has it.
 *
 * @param id the id, such as {@code KILL-3}
 * @param title the rule in one sentence
 * @param level how binding it is
 * @param profiles the names of the profiles it holds for, with {@code all} written out
 * @param seedLines the lines of the described module it was read from
 * @param observability the ways in which a violation can be seen, empty if there is none
 * @param defect whether it describes a defect that another profile repairs
 * @param normative what it demands
 * @param notRequired what it does not ask for, if that needs saying
 * @param observed how a violation shows; present unless there is no way to see one
 * @param reason why no violation can be seen; present if there is no way to see one
 * @param intent why the rule is there
 * @param line the line of its heading in the document
 */
public record RuleText(
        String id,
        String title,
        Level level,
        Set<String> profiles,
        List<LineRange> seedLines,
        Set<Observability> observability,
        boolean defect,
        Prose normative,
        Optional<Prose> notRequired,
        Optional<Prose> observed,
        Optional<Prose> reason,
        Prose intent,
        int line) {
}
