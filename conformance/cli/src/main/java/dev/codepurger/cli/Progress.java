package dev.codepurger.cli;

import dev.codepurger.conformance.cases.ConformanceCase;
import dev.codepurger.conformance.run.CaseResult;
import dev.codepurger.conformance.run.RunListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on standard error while a run goes on, if somebody watches. */
final class Progress implements RunListener {
    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    static Progress on(Console console, int cases) {
        return new Progress(console.terminal() ? new ProgressBarBuilder().setTaskName("cases").setInitialMax(cases)
                .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(200).clearDisplayOnFinish().build() : null);
    }

    @Override
    public void begins(ConformanceCase one) {
        if (bar != null) {
            bar.setExtraMessage(one.id());
        }
    }

    @Override
    public void ended(CaseResult result) {
        if (bar != null) {
            bar.step();
        }
    }

    /** Takes the bar away. */
    void end() {
        if (bar != null) {
            bar.close();
        }
    }
}
