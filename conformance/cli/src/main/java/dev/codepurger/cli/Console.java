package dev.codepurger.cli;

import dev.codepurger.conformance.explain.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Where results, messages and progress go. Everything printed through here is printable. */
public final class Console {
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;

    private Console(InputStream in, PrintWriter out, PrintWriter err, boolean terminal) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** On the streams of the process. */
    public static Console of(InputStream in, OutputStream out, PrintStream err, Charset charset) {
        return new Console(in, new PrintWriter(new OutputStreamWriter(out, charset)),
                new PrintWriter(new OutputStreamWriter(err, charset), true),
                errorIsTerminal());
    }

    /** On writers, without a terminal and with nothing to read. */
    public static Console of(PrintWriter out, PrintWriter err) {
        return of(InputStream.nullInputStream(), out, err);
    }

    /** On writers, without a terminal. */
    public static Console of(InputStream in, PrintWriter out, PrintWriter err) {
        return new Console(in, out, err, false);
    }

    /** Standard input. */
    public InputStream in() {
        return in;
    }

    /** Prints a result. */
    public void out(String text) {
        out.println(Printable.text(text));
    }

    /** Prints a message, behind all results so far where both go to the same place. */
    public void err(String text) {
        out.flush();
        err.println(Printable.text(text));
        err.flush();
    }

    /** For help and the like, which hold nothing from outside. */
    PrintWriter outWriter() {
        return out;
    }

    PrintWriter errWriter() {
        return err;
    }

    /** Is there somebody to watch progress? */
    public boolean terminal() {
        return terminal;
    }

    /** Brings everything out. */
    public void flush() {
        out.flush();
        err.flush();
    }

    /** There is no portable question for this one stream; System.console() is about the other two. */
    private static boolean errorIsTerminal() {
        String stated = System.getProperty("codepurger.terminal");
        if (stated != null) {
            return Boolean.parseBoolean(stated);
        }
        try {
            return Path.of("/proc/self/fd/2").toRealPath().toString().matches("/dev/(pts/|tty|console).*");
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
