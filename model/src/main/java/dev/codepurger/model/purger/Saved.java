package dev.codepurger.model.purger;

import com.google.common.collect.ImmutableList;

/**
 * What the purger has put away: the {@code Reqs} that L31-53 hand from function to function.
 *
 * @param requests in the order in which they will be served
 * @param kept {@code continue} and {@code complete} of sessions that exist, where the profile keeps them (HANDSHAKE-11)
 */
public record Saved(ImmutableList<Message> requests, ImmutableList<Message> kept) {

    /** Nothing put away. */
    public static final Saved NOTHING = new Saved(ImmutableList.of(), ImmutableList.of());

    /** These and {@code request} behind them. */
    Saved and(Message request) {
        return new Saved(ImmutableList.<Message>builder().addAll(requests).add(request).build(), kept);
    }

    /** {@code request} at {@code index}, the rest around it. */
    Saved insert(int index, Message request) {
        return new Saved(
                ImmutableList.<Message>builder().addAll(requests.subList(0, index)).add(request)
                        .addAll(requests.subList(index, requests.size())).build(),
                kept);
    }

    /** Without the first request. */
    Saved rest() {
        return new Saved(requests.subList(1, requests.size()), kept);
    }

    /** Is there a saved session with this reference? */
    boolean hasSession(String ref) {
        return requests.stream().anyMatch(m -> m instanceof Message.TestPurge test && test.ref().equals(ref));
    }

    /** With one more kept word. */
    Saved keep(Message word) {
        return new Saved(requests, ImmutableList.<Message>builder().addAll(kept).add(word).build());
    }

    /** Without the first kept word that equals this one. */
    Saved take(Message word) {
        int at = kept.indexOf(word);
        return new Saved(requests,
                ImmutableList.<Message>builder().addAll(kept.subList(0, at)).addAll(kept.subList(at + 1, kept.size())).build());
    }

    /** Without the words kept for this session. */
    Saved forget(String ref) {
        if (kept.isEmpty()) {
            return this;
        }
        return new Saved(requests, kept.stream()
                .filter(m -> !m.equals(new Message.Continue(ref)) && !m.equals(new Message.Complete(ref)))
                .collect(ImmutableList.toImmutableList()));
    }
}
