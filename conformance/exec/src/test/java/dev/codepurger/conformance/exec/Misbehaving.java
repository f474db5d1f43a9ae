package dev.codepurger.conformance.exec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An adapter that does one thing wrong, in a process of its own; it uses nothing but the JDK. The first stimulus brings it about. */
final class Misbehaving {
    /** What no terminal should ever see. */
    static final String HOSTILE = "\u001b[2J\u0007verdict: conforms";
    private static final Pattern REQUEST = Pattern.compile("\"id\":([0-9]+),\"op\":\"([a-z]+)\"");
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Misbehaving() {
    }

    private static boolean isParent;
    private static boolean isSecond;

    /** Its arguments: what to do wrong, and a file to note every start in. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String habit = args[0];
        note(args.length > 1 ? args[1] : null, ProcessHandle.current().pid());
        if (habit.equals("sleeper")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        if (habit.equals("dead")) {
            System.exit(3);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher request = REQUEST.matcher(line);
            if (request.find()) {
                answer(habit, Long.parseLong(request.group(1)), request.group(2), args.length > 1 ? args[1] : null);
            }
        }
    }

    private static void note(@Nullable String file, long pid) throws IOException {
        if (file != null) {
            Files.writeString(Path.of(file), pid + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void answer(String habit, long id, String op, @Nullable String file) throws IOException, InterruptedException {
        switch (op) {
            case "hello" -> {
                String version = habit.equals("no-hello") ? "" : ",\"protocol\":1";
                OUT.println("{\"id\":" + id + version + ",\"subject\":{\"name\":\"bad\",\"version\":\"1\"},\"profile\":\"seed\","
                        + "\"limits\":{\"processes\":10},\"capabilities\":[]}");
            }
            case "apply" -> misbehave(habit, id, file);
            case "settle" -> settle(habit, id);
            case "poll" -> OUT.println("{\"id\":" + id + ",\"seen\":[]}");
            case "reset" -> {
                if (habit.equals("crash-at-second-reset") && isSecond) {
                    System.exit(6);
                }
                isSecond = true;
                OUT.println("{\"id\":" + id + "}");
            }
            default -> OUT.println("{\"id\":" + id + "}");
        }
    }

    private static void settle(String habit, long id) throws InterruptedException {
        if (habit.equals("silent-at-settle")) {
            Thread.sleep(Long.MAX_VALUE);
        }
        if (habit.equals("crash-at-settle")) {
            System.exit(5);
        }
        OUT.println("{\"id\":" + id + ",\"seen\":[]" + (habit.equals("restless") ? "}"
                : ",\"quiet\":{\"kind\":\"idle\",\"suspended\":[]}}"));
    }

    private static void misbehave(String habit, long id, @Nullable String file) throws IOException, InterruptedException {
        String good = "{\"id\":" + id + ",\"response\":\"ok\"}";
        switch (habit) {
            case "silent" -> {
                System.err.println("lost in thought");
                Thread.sleep(Long.MAX_VALUE);
            }
            case "garbage" -> OUT.println(HOSTILE);
            case "list" -> OUT.println("[1,2]");
            case "deep" -> OUT.println("[".repeat(100_000));
            case "twice-named" -> OUT.println("{\"id\":" + id + ",\"id\":" + id + "}");
            case "not-utf-8" -> {
                OUT.write(new byte[]{'"', (byte) 0xff, (byte) 0xfe, '"', '\n'});
                OUT.flush();
            }
            case "endless-line" -> endless("x".repeat(8192));
            case "endless-lines" -> {
                OUT.println(good);
                endless(good + "\n");
            }
            case "out-of-order" -> OUT.println("{\"id\":" + (id - 1) + ",\"response\":\"ok\"}");
            case "never-asked" -> OUT.println("{\"id\":" + (id + 1000) + ",\"response\":\"ok\"}");
            case "twice" -> OUT.print(good + "\n" + good + "\n");
            case "without-response" -> OUT.println("{\"id\":" + id + "}");
            case "wrong-response" -> OUT.println("{\"id\":" + id + ",\"response\":\"" + "very ".repeat(1000) + "good\"}");
            case "error" -> OUT.println("{\"id\":" + id + ",\"error\":\"out of \\u001b[31m memory\"}");
            case "more-than-asked" -> OUT.println("{\"id\":" + id + ",\"response\":\"ok\",\"mood\":\"fine\"}");
            case "crash" -> {
                System.err.println("first line\n" + HOSTILE);
                System.exit(7);
            }
            case "flood" -> {
                for (int i = 0; i < 20_000; i++) {
                    System.err.println("x".repeat(1000));
                }
                System.err.println("the end");
                System.exit(8);
            }
            case "babble" -> {
                Thread babbling = new Thread(() -> {
                    while (!System.err.checkError()) {
                        System.err.println("x".repeat(1000));
                    }
                });
                babbling.setDaemon(true);
                babbling.start();
                OUT.println(good);
            }
            case "trickle" -> {
                while (!OUT.checkError()) {
                    OUT.print("x");
                    Thread.sleep(10);
                }
            }
            case "killed" -> {
                new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
                Thread.sleep(Long.MAX_VALUE);
            }
            case "closed" -> {
                OUT.close();
                Thread.sleep(Long.MAX_VALUE);
            }
            case "parent", "orphans" -> {
                if (habit.equals("orphans") && isParent) {
                    System.exit(9);
                }
                Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                        System.getProperty("java.class.path"), Misbehaving.class.getName(), "sleeper").start();
                note(file, child.pid());
                isParent = true;
                OUT.println(good);
            }
            case "together" -> {
                awaitAnother(Path.of(String.valueOf(file)));
                OUT.println(good);
            }
            default -> OUT.println(good);
        }
        OUT.flush();
    }

    /** Until two have been started. */
    private static void awaitAnother(Path starts) throws IOException, InterruptedException {
        Path folder = Objects.requireNonNull(starts.toAbsolutePath().getParent());
        try (WatchService watch = starts.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_MODIFY);
            while (Files.readAllLines(starts).size() < 2) {
                watch.take().reset();
            }
        }
    }

    private static void endless(String block) {
        // Ends when nobody reads any more, since it is killed then.
        while (!OUT.checkError()) {
            OUT.print(block);
        }
    }
}
