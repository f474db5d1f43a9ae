package dev.codepurger.cli;

import dev.codepurger.model.explore.Progress;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far an exploration is, in a line on standard error, if somebody watches. */
final class ExploreProgress implements AutoCloseable {
    /** Of which nobody knows the end. */
    private static final long UNKNOWN = -1;

    private final Console console;
    private final String world;
    private @Nullable ProgressBar bar;

    ExploreProgress(Console console, String world) {
        this.console = console;
        this.world = world;
    }

    void show(Progress progress) {
        if (!console.terminal()) {
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder().setTaskName(world).setInitialMax(UNKNOWN).startsFrom(progress.resumed(), Duration.ZERO)
                    .setUnit(" states", 1).showSpeed().setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish()
                    .build();
        }
        bar.stepTo(progress.states());
        bar.setExtraMessage(" " + text(progress));
    }

    static String text(Progress progress) {
        return String.format(Locale.ROOT, "depth %d, queue %d, generated %d, %d MB in memory, %d MB in files", progress.depth(),
                progress.queue(),
                progress.generated(), progress.bytesInMemory() >> 20, progress.bytesInFiles() >> 20);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
