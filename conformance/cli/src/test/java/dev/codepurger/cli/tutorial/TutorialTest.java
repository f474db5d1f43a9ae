package dev.codepurger.cli.tutorial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codepurger.cli.Cli;
import dev.codepurger.cli.Console;
import dev.codepurger.testing.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever does what the tutorials say sees what they show. */
class TutorialTest {
    private static final Path FOLDER = Path.of("..", "..", "docs");

    /** With that variable, Python keeps nothing in a buffer, and a reader who has not set it would see something else. */
    private static final String PYTHON = "env -u PYTHONUNBUFFERED python3 ";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"tutorial/first-run.md, 5", "tutorial/first-adapter.md, 21", "how-to/write-an-adapter.md, 2"})
    @Tag("slow")
    @DisplayName("the commands of a page print what the page shows")
    void shows(String page, int commands) throws Exception {
        Programs.require("python3", "python3");
        link("samples");
        Tutorial tutorial = Tutorial.read(Files.readString(FOLDER.resolve(page)));
        List<String> wrong = new ArrayList<>();
        int ran = 0;
        for (Tutorial.Action action : tutorial.actions()) {
            switch (action) {
                case Tutorial.Edit edit -> edit(edit);
                case Tutorial.Command command -> {
                    run(command).ifPresent(wrong::add);
                    ran++;
                }
            }
        }
        assertEquals(commands, ran);
        assertTrue(wrong.isEmpty(), () -> page + ": if what is printed is right, paste it\n" + String.join("\n", wrong));
    }

    /** The reader is in the folder of the project; only this of it is spoken of. */
    private void link(String name) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), FOLDER.resolveSibling(name).toAbsolutePath().normalize());
    }

    private void edit(Tutorial.Edit edit) throws IOException {
        Path file = folder.resolve(edit.file());
        PythonFile change = PythonFile.read(edit.text());
        Files.writeString(file, (edit.whole() ? change : PythonFile.read(Files.readString(file)).with(change)).text());
    }

    /** What is wrong, if anything is. In this process, because that is so much faster. */
    private Optional<String> run(Tutorial.Command command) {
        StringWriter written = new StringWriter();
        PrintWriter writer = new PrintWriter(written);
        Console console = Console.of(writer, writer);
        int exit = new Cli(console).run(command.arguments().stream().map(this::there).toArray(String[]::new));
        console.flush();
        String printed = here(written.toString().replace(System.lineSeparator(), "\n"));
        boolean right = exit == command.exit() && Tutorial.shows(command.prints().orElse("[...]"), printed, command.vary());
        return right ? Optional.empty()
                : Optional.of("line " + command.line() + ", exit code " + exit + " instead of " + command.exit() + ", prints:\n" + printed);
    }

    /** A command of the page for the folder that the files are in. */
    private String there(String argument) {
        return argument.replaceFirst("^exec:python3 ", Matcher.quoteReplacement("exec:" + PYTHON + folder + "/"));
    }

    /** What it prints, as if it had run there. */
    private String here(String printed) {
        return printed.replace(PYTHON + folder + "/", "python3 ").replace((PYTHON + folder + "/").replace(" ", "\\u0020"),
                "python3\\u0020");
    }

    @Test
    @DisplayName("what differs from what is shown is noticed, and what is left out is not")
    void compares() {
        assertTrue(Tutorial.shows("a\nb\n", "a\nb\n", false));
        assertTrue(Tutorial.shows("[...]\nb [...] d\n[...]\n", "a\n\nb c d\ne\n", false));
        assertTrue(Tutorial.shows("[...]\nb\n", "b\n", false));
        assertFalse(Tutorial.shows("a\nb\n", "a\nc\n", false));
        assertFalse(Tutorial.shows("a\n", "a\nb\n", false));
        assertFalse(Tutorial.shows("[...]\nb\n", "a\nb\nc\n", false));
        assertFalse(Tutorial.shows("b [...] d\n", "b c\nd\n", false));
        assertTrue(Tutorial.shows("1 of 22\n", "3 of 4\n", true));
        assertFalse(Tutorial.shows("1 of 22\n", "3 of 4\n", false));
        assertFalse(Tutorial.shows("1 of 22\n", "3 from 4\n", true));
    }

    @Test
    @DisplayName("a page is read as its reader would")
    void reads() {
        Tutorial tutorial = Tutorial.read("""
                # Page

                <!-- a.py: whole -->
                ```python
                import sys
                print("x")
                ```

                <!-- exit 1 -->
                    ./codepurger run --subject 'exec:python3 a.py' --list

                Some text.

                ```
                out
                ```

                    ./codepurger rules

                ## Next

                ```
                nothing that a command prints
                ```

                <!-- numbers vary -->
                    ./codepurger run
                """);
        assertEquals(List.of(new Tutorial.Edit("a.py", true, "import sys\nprint(\"x\")\n"),
                new Tutorial.Command(10, List.of("run", "--subject", "exec:python3 a.py", "--list"), 1, false, Optional.of("out\n")),
                new Tutorial.Command(18, List.of("rules"), 0, false, Optional.empty()),
                new Tutorial.Command(27, List.of("run"), 0, true, Optional.empty())), tutorial.actions());
    }

    @Test
    @DisplayName("a changed function takes the place of the former one, and a new one comes before the end")
    void edits() {
        PythonFile file = PythonFile.read("x = 1\n\n\ndef f():\n    return x\n\n\nfor i in f():\n    pass\n");
        assertEquals("x = 1\n\n\ndef f():\n    return 2\n\n\ndef g():\n    return {\n}\n\n\nfor i in f():\n    pass\n",
                file.with(PythonFile.read("def f():\n    return 2\n\n\ndef g():\n    return {\n}\n")).text());
    }
}
