package dev.codepurger.conformance.run;

import com.google.common.collect.ImmutableList;
import dev.codepurger.conformance.cases.Attempt;
import dev.codepurger.conformance.cases.Ending;
import dev.codepurger.conformance.cases.Judge;
import dev.codepurger.conformance.cases.Performance;
import dev.codepurger.conformance.cases.Recorder;
import dev.codepurger.conformance.cases.Script;
import dev.codepurger.conformance.cases.Session;
import dev.codepurger.conformance.cases.SessionStop;
import dev.codepurger.conformance.subject.Subject;
import dev.codepurger.model.purger.Profile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A script, judged while it is played. */
final class Scripted implements Performance {
    private final Script script;
    private final Profile profile;
    private final Duration timeout;
    private final Judge judge;
    private volatile @Nullable Recorder recorder;
    private volatile boolean stopped;

    Scripted(Script script, Profile profile, Duration timeout, Judge judge) {
        this.script = script;
        this.profile = profile;
        this.timeout = timeout;
        this.judge = judge;
    }

    @Override
    public Attempt perform(Subject subject) {
        Recorder mine = new Recorder(subject, judge, timeout);
        recorder = mine;
        if (stopped) {
            mine.stop();
        }
        try {
            script.play(new Session(mine, profile));
            return mine.attempt(Ending.PASSED, "", ImmutableList.of(), ImmutableList.of());
        } catch (SessionStop stop) {
            return mine.attempt(stop.ending(), String.valueOf(stop.getMessage()), stop.legal(), stop.states());
        }
    }

    @Override
    public long nanosInSubject() {
        Recorder mine = recorder;
        return mine == null ? 0 : mine.nanosInSubject();
    }

    @Override
    public void stop() {
        stopped = true;
        Recorder mine = recorder;
        if (mine != null) {
            mine.stop();
        }
    }

    @Override
    public Attempt soFar(Ending ending, String message) {
        Recorder mine = recorder;
        return mine == null ? Attempt.none(ending, message) : mine.attempt(ending, message, ImmutableList.of(), ImmutableList.of());
    }
}
