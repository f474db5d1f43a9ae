package dev.codepurger.impl;

import dev.codepurger.impl.kernel.Answer;
import dev.codepurger.impl.kernel.Kernel;
import dev.codepurger.impl.kernel.Message;
import dev.codepurger.impl.kernel.Pid;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A tester that is a port. It stays open until its result came, or it was told to die. */
final class Tester<T> implements TestPurge<T> {
    private final Kernel kernel;
    private final Pid port;
    private final Object ref = new Object();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Void> continued = new CompletableFuture<>();
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Tester(Kernel kernel, Function<Answer, T> read) {
        this.kernel = kernel;
        port = kernel.openPort(message -> take(message, read));
    }

    private void take(Message message, Function<Answer, T> read) {
        switch (message) {
            case Message.Started m -> started.complete(null);
            case Message.Continued m -> continued.complete(null);
            case Message.TestPurgeResult m -> {
                result.complete(read.apply(m.answer()));
                kernel.closePort(port);
            }
            default -> {}
        }
    }

    void request(String module, boolean hard) {
        kernel.mailbox().put(port, new Message.TestPurge(module, port, hard, ref));
    }

    @Override
    public CompletableFuture<Void> started() {
        return started;
    }

    @Override
    public void continuePurge() {
        kernel.mailbox().put(port, new Message.Continue(ref));
    }

    @Override
    public CompletableFuture<Void> continued() {
        return continued;
    }

    @Override
    public void completePurge() {
        kernel.mailbox().put(port, new Message.Complete(ref));
    }

    @Override
    public CompletableFuture<T> result() {
        return result;
    }

    @Override
    public void die() {
        kernel.closePort(port);
        started.cancel(false);
        continued.cancel(false);
        result.cancel(false);
    }
}
