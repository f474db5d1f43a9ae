package dev.codepurger.impl.kernel;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A kernel that hands everything on to another. Override what is to go wrong. */
public class ForwardingKernel implements Kernel {
    /** What everything is handed on to. */
    protected final Kernel delegate;

    /**
     * Wraps a kernel.
     *
     * @param delegate what everything is handed on to
     */
    public ForwardingKernel(Kernel delegate) {
        this.delegate = delegate;
    }

    @Override
    public Pid self() {
        return delegate.self();
    }

    @Override
    public Mailbox mailbox() {
        return delegate.mailbox();
    }

    @Override
    public boolean prepare(String module) {
        return delegate.prepare(module);
    }

    @Override
    public boolean prepareOnLoad(String module) {
        return delegate.prepareOnLoad(module);
    }

    @Override
    public void complete(String module) {
        delegate.complete(module);
    }

    @Override
    public void abort(String module) {
        delegate.abort(module);
    }

    @Override
    public void resumeCallers(String module) {
        delegate.resumeCallers(module);
    }

    @Override
    public void finishAfterOnLoad(String module, boolean keep) {
        delegate.finishAfterOnLoad(module, keep);
    }

    @Override
    public List<Pid> processes() {
        return delegate.processes();
    }

    @Override
    public void requestCheck(Pid pid, String module, Object tag) {
        delegate.requestCheck(pid, module, tag);
    }

    @Override
    public Object monitor(Pid pid, Watch why) {
        return delegate.monitor(pid, why);
    }

    @Override
    public void demonitor(Pid pid, Object monitor) {
        delegate.demonitor(pid, monitor);
    }

    @Override
    public void kill(Pid pid) {
        delegate.kill(pid);
    }

    @Override
    public void send(Pid to, Message message) {
        delegate.send(to, message);
    }

    @Override
    public void note(Effect effect) {
        delegate.note(effect);
    }

    @Override
    public void ended(Throwable cause) {
        delegate.ended(cause);
    }

    @Override
    public void stop() {
        delegate.stop();
    }

    @Override
    public void join() {
        delegate.join();
    }

    @Override
    public boolean isOwnThread() {
        return delegate.isOwnThread();
    }

    @Override
    public Pid openPort(Consumer<Message> inbox) {
        return delegate.openPort(inbox);
    }

    @Override
    public void closePort(Pid port) {
        delegate.closePort(port);
    }

    @Override
    public void drive(BooleanSupplier until) {
        delegate.drive(until);
    }
}
