package dev.codepurger.cli.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Chromium without a window, spoken to by its DevTools protocol. It has one page at a time, and remembers what that page asked for. */
final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";
    private static final long SECONDS = 60;

    private final ObjectMapper mapper = new ObjectMapper();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final Process process;
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private String session = "";
    private int last;

    /** Starts one, which keeps its things in this folder. */
    Browser(Path folder) throws IOException {
        process = new ProcessBuilder("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
                "--user-data-dir=" + folder.toAbsolutePath(), "about:blank").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        socket = client.newWebSocketBuilder().buildAsync(URI.create(address()), new Listener()).join();
    }

    /** It says so on standard error; the rest of what it says there is read, so that it is never in its way, and means nothing. */
    private String address() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread reader = new Thread(() -> lines.lines().forEach(ignored -> {
                }), "standard error of the browser");
                reader.setDaemon(true);
                reader.start();
                return line.substring(LISTENING.length());
            }
            said.append(line).append('\n');
        }
        throw new IOException("Chromium ended before it listened: " + said);
    }

    /** Opens a page and waits until it has been loaded. */
    void open(Path page) throws IOException {
        session = "";
        String target = call("Target.createTarget", one -> one.put("url", "about:blank")).path("targetId").asText();
        session = call("Target.attachToTarget", one -> one.put("targetId", target).put("flatten", true)).path("sessionId").asText();
        for (String part : List.of("Page", "Runtime", "Network", "Log")) {
            call(part + ".enable", one -> one);
        }
        events.clear();
        call("Page.navigate", one -> one.put("url", page.toUri().toString()));
        while (events("Page.loadEventFired").isEmpty()) {
            events.add(next());
        }
    }

    /** The addresses that the page asked for, its own among them. */
    List<String> requests() {
        return events("Network.requestWillBeSent").stream().map(one -> one.path("request").path("url").asText()).toList();
    }

    /** Why requests were refused, one reason for each. */
    List<String> refused() {
        return events("Network.loadingFailed").stream().map(one -> one.path("blockedReason").asText()).toList();
    }

    /** What went wrong in its scripts, and what was refused to it. */
    List<String> errors() {
        List<String> all = new ArrayList<>();
        events("Runtime.exceptionThrown").forEach(one -> all.add(one.path("exceptionDetails").toString()));
        events("Log.entryAdded").stream().map(one -> one.path("entry")).filter(one -> one.path("level").asText().equals("error"))
                .forEach(one -> all.add(one.path("text").asText()));
        return all;
    }

    /** The value of an expression in the page; a promise is waited for. */
    JsonNode value(String expression) throws IOException {
        JsonNode result = call("Runtime.evaluate",
                one -> one.put("expression", expression).put("awaitPromise", true).put("returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    private List<JsonNode> events(String method) {
        return events.stream().filter(one -> one.path("method").asText().equals(method)).map(one -> one.path("params")).toList();
    }

    private interface Parameters {
        ObjectNode put(ObjectNode node);
    }

    private JsonNode call(String method, Parameters parameters) throws IOException {
        int id = ++last;
        ObjectNode message = mapper.createObjectNode().put("id", id).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", parameters.put(mapper.createObjectNode()));
        socket.sendText(mapper.writeValueAsString(message), true).join();
        while (true) {
            JsonNode got = next();
            if (got.path("id").asInt() == id) {
                if (got.has("error")) {
                    throw new IOException(method + ": " + got.path("error"));
                }
                return got.path("result");
            }
            events.add(got);
        }
    }

    private JsonNode next() throws IOException {
        try {
            JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new IOException("Chromium says nothing");
            }
            return message;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean end) {
            part.append(data);
            if (end) {
                try {
                    messages.add(mapper.readTree(part.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                } finally {
                    part.setLength(0);
                }
            }
            return WebSocket.Listener.super.onText(from, data, end);
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
