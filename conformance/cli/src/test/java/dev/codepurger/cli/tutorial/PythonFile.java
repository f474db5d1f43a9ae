package dev.codepurger.cli.tutorial;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file in Python, as one edits it: what is at the left margin begins a part, and a part takes the place of that of the same name. */
record PythonFile(List<String> parts) {
    private static final Pattern NAME = Pattern.compile("(?:def |class )?(\\w+).*", Pattern.DOTALL);

    static PythonFile read(String text) {
        List<String> parts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            boolean begins = !line.isEmpty() && Character.isLetter(line.charAt(0));
            if (begins || parts.isEmpty()) {
                parts.add(line);
            } else {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "\n" + line);
            }
        }
        return new PythonFile(parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList());
    }

    /** With these parts in the place of those of the same name; new ones come before the last part, which is what the program does. */
    PythonFile with(PythonFile change) {
        List<String> all = new ArrayList<>(parts);
        for (String part : change.parts()) {
            List<String> names = all.stream().map(PythonFile::name).toList();
            int place = names.indexOf(name(part));
            if (place < 0) {
                all.add(all.size() - 1, part);
            } else {
                all.set(place, part);
            }
        }
        return new PythonFile(all);
    }

    private static String name(String part) {
        Matcher name = NAME.matcher(part);
        return name.matches() ? name.group(1) : "";
    }

    String text() {
        return parts.isEmpty() ? "" : String.join("\n\n\n", parts) + "\n";
    }
}
