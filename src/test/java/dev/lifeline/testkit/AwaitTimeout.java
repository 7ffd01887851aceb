package dev.lifeline.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The one time-out of what tests wait for, set before any test runs. It only bounds a test that fails: far longer than a busy machine
 * takes, so that no test depends on the machine's speed.
 */
public final class AwaitTimeout implements LauncherSessionListener {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(TIMEOUT);
    }
}
