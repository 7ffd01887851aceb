package dev.lifeline.app.doctor;

import dev.lifeline.handler.query.SelfCheck;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A check of which one runs at a time: each takes one of the threads that answer everybody, for a minute where a platform is silent, which is
 * when it is asked for most. Who asks meanwhile is told so at once. Thread-safe.
 */
public final class SingleSelfCheck implements SelfCheck {

    private final SelfCheck check;
    private final AtomicBoolean running = new AtomicBoolean();

    public SingleSelfCheck(SelfCheck check) {
        this.check = check;
    }

    @Override
    public List<String> lines() {
        if (!running.compareAndSet(false, true))
            return List.of(CheckResult.warn(
                            "doctor",
                            "a check that was asked for before is still running: ask again once it has answered")
                    .line());
        try {
            return check.lines();
        } finally {
            running.set(false);
        }
    }
}
