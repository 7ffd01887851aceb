package dev.lifeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One rescue from {@code /rescue} to its end, during which the bot is killed at given points. */
final class RescueRun {

    /** Begins the small print under a reply, which may be the same twice. */
    private static final String EVIDENCE_LINE = "Known by";

    /** The possible results. */
    enum Result {
        EXITED,
        /** The bot was killed after it claimed a command and before it sent it: never sent again (decision 0003). */
        COMMAND_NEVER_SENT
    }

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Duration AWAIT_TIMEOUT = Duration.ofSeconds(90);
    private static final Duration SLOW_POST_DELAY = Duration.ofSeconds(4);

    private final FakePlatforms platforms;
    private final Runnable killAndRestart;
    private final BotDatabase database;
    private final RescueDevice device;
    private final List<Kill> kills;
    private long restartedAtMillis;
    private long disturbedAtNanos;
    private long longestRecoveryMillis;

    /**
     * Prepares a run.
     *
     * @param killAndRestart kills the bot, starts it again and returns when it is ready
     */
    RescueRun(
            FakePlatforms platforms,
            Runnable killAndRestart,
            BotDatabase database,
            RescueDevice device,
            List<Kill> kills) {
        this.platforms = platforms;
        this.killAndRestart = killAndRestart;
        this.database = database;
        this.device = device;
        this.kills = new ArrayList<>(kills);
    }

    /** Runs it to its end and checks the final state. */
    Result run() {
        if (kills.stream().anyMatch(kill -> kill.point() == KillPoint.MESSAGE_POSTING))
            platforms.delaySlack("chat.postMessage", SLOW_POST_DELAY, 1);
        act("types", "/rescue " + device.hostname(), () -> isVisible("Boot " + device.fqdn()));
        killIfDue(KillPoint.COMMAND_ACKED);
        awaitUntil(() -> isVisible("Boot " + device.fqdn()));
        killIfDue(KillPoint.MESSAGE_POSTING);
        killIfDue(KillPoint.MESSAGE_VISIBLE);
        act("presses", device.confirmLabel(), () -> isVisible(" confirmed."));
        killIfDue(KillPoint.CONFIRM_ACKED);
        awaitUntil(() -> platforms.providerCalls(device.launchMethod()) > 0
                || isCommandNeverSent("Launching", device.launchMethod()));
        Result result =
                platforms.providerCalls(device.launchMethod()) == 0 ? Result.COMMAND_NEVER_SENT : runAfterLaunch();
        assertThat(platforms.providerCalls(device.launchMethod())).isLessThanOrEqualTo(1);
        assertThreadComplete();
        if (result == Result.EXITED) assertThat(replyTexts()).containsSubsequence(expectedReplies());
        return result;
    }

    private Result runAfterLaunch() {
        killIfDue(KillPoint.LAUNCH_SENT);
        awaitUntil(() -> isVisible("Powered down.") || isVisible("is in the rescue kernel at"));
        killIfDue(KillPoint.BOOTING_REPORTED);
        awaitUntil(() -> isVisible("is in the rescue kernel at"));
        killIfDue(KillPoint.IN_RESCUE_REPORTED);
        act("presses", "End rescue", () -> isVisible("ended the rescue."));
        killIfDue(KillPoint.EXIT_ACKED);
        awaitUntil(() ->
                platforms.providerCalls(device.exitMethod()) > 0 || isCommandNeverSent("Exiting", device.exitMethod()));
        if (platforms.providerCalls(device.exitMethod()) == 0) return Result.COMMAND_NEVER_SENT;
        killIfDue(KillPoint.EXIT_SENT);
        awaitUntil(() -> isVisible("is back in its installed system"));
        killIfDue(KillPoint.EXIT_REPORTED);
        awaitUntil(() -> platforms.isOutOfRescue(device.hostname()));
        assertThat(platforms.providerCalls(device.exitMethod())).isEqualTo(1 + postponements());
        return Result.EXITED;
    }

    /** The commands to exit that the provider refused because it was busy, each told in the thread. */
    private long postponements() {
        return platforms
                .visibleText()
                .lines()
                .filter(line -> line.contains("Trying again at"))
                .count();
    }

    /** Repeats an action until it is acknowledged, or until its effect shows that it was taken before. */
    private void act(String action, String value, BooleanSupplier effectVisible) {
        awaitUntil(() -> effectVisible.getAsBoolean() || platforms.actAsAsha(action, value));
    }

    private void killIfDue(KillPoint killPoint) {
        for (Iterator<Kill> remainingKills = kills.iterator(); remainingKills.hasNext(); ) {
            Kill kill = remainingKills.next();
            if (kill.point() != killPoint) continue;
            remainingKills.remove();
            sleep(kill.delayMillis());
            disturbedAtNanos = System.nanoTime();
            killAndRestart.run();
            restartedAtMillis = System.currentTimeMillis();
        }
    }

    private static void sleep(long millis) {
        Duration time = Duration.ofMillis(millis);
        if (millis > 0)
            Awaitility.await().pollDelay(time).atMost(time.plus(AWAIT_TIMEOUT)).until(() -> true);
    }

    private void awaitUntil(BooleanSupplier condition) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
        if (disturbedAtNanos == 0) return;
        longestRecoveryMillis =
                Math.max(longestRecoveryMillis, (System.nanoTime() - disturbedAtNanos) / NANOS_PER_MILLI);
        disturbedAtNanos = 0;
    }

    /** The longest time from a kill until the rescue was seen to go on, what the provider takes for it included. */
    long longestRecoveryMillis() {
        return longestRecoveryMillis;
    }

    private boolean isVisible(String text) {
        return platforms.visibleText().contains(text);
    }

    /** Whether a command was claimed by a process that was killed, and never reached the provider. */
    private boolean isCommandNeverSent(String stage, String method) {
        return restartedAtMillis > 0
                && stage.equals(database.stage())
                && database.updatedAtMillis() < restartedAtMillis
                && platforms.providerCalls(method) == 0;
    }

    /** Asserts that each reply that the bot stored is in the thread exactly once, in order, under one status message. */
    private void assertThreadComplete() {
        awaitUntil(() -> database.pendingMessages() == 0);
        List<Long> postedIds = replies().stream()
                .map(reply -> reply.at("/metadata/event_payload"))
                .flatMap(RescueRun::outboxMessageIds)
                .toList();
        assertThat(postedIds).isEqualTo(database.threadReplyIds());
        assertThat(replyTexts()).doesNotHaveDuplicates();
        assertThat(platforms.visibleMessages())
                .filteredOn(message -> !message.path("ephemeral").asBoolean())
                .filteredOn(message -> message.path("text").asText().contains(device.fqdn()))
                .hasSize(1);
    }

    /** Replies that waited together share one post. */
    private static Stream<Long> outboxMessageIds(JsonNode payload) {
        String first = payload.path("outbox_message").asText();
        return Stream.of(payload.path("outbox_messages").asText(first).split(","))
                .map(Long::valueOf);
    }

    private List<JsonNode> replies() {
        return platforms.threadReplies(database.channelId(), database.statusMessageTs());
    }

    private List<String> replyTexts() {
        return replies().stream()
                .flatMap(reply -> reply.path("text").asText().lines())
                .filter(line -> !line.startsWith(EVIDENCE_LINE))
                .map(this::normalized)
                .toList();
    }

    /** The sentence without names and times, for comparison. */
    private String normalized(String text) {
        return expectedReplies().stream().filter(text::contains).findFirst().orElse(text);
    }

    private static List<String> expectedReplies() {
        return List.of(
                " confirmed.", "is in the rescue kernel at", "ended the rescue.", "is back in its installed system");
    }
}
