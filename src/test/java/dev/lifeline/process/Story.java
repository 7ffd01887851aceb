package dev.lifeline.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/** One rescue from {@code /rescue} to its end, during which the bot dies now and then. */
final class Story {

    /** What may come of it. */
    enum End {
        RETURNED,
        /** The bot died after it wrote that it sends the order, and before it sent it: never sent again (decision 0003). */
        ORDER_NEVER_SENT
    }

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final Town town;
    private final Runnable killedAndBack;
    private final Ledger ledger;
    private final Machine machine;
    private final List<Kill> kills;
    private long backAt;

    /**
     * A story to be played.
     *
     * @param killedAndBack kills the bot, and returns when it can be talked to again
     */
    Story(Town town, Runnable killedAndBack, Ledger ledger, Machine machine, List<Kill> kills) {
        this.town = town;
        this.killedAndBack = killedAndBack;
        this.ledger = ledger;
        this.machine = machine;
        this.kills = new ArrayList<>(kills);
    }

    /** Plays it to its end, and checks what everybody is left with. */
    End plays() {
        if (kills.stream().anyMatch(kill -> kill.moment() == Moment.POSTING))
            town.slackIsSlow("chat.postMessage", SLOW, 1);
        does("types", "/rescue " + machine.device(), () -> sees("Boot " + machine.fullName()));
        reached(Moment.ASKED);
        until(() -> sees("Boot " + machine.fullName()));
        reached(Moment.POSTING);
        reached(Moment.SHOWN);
        does("presses", machine.yes(), () -> sees(" confirmed."));
        reached(Moment.CONFIRMED);
        until(() -> town.calls(machine.launch()) > 0 || neverSent("Launching", machine.launch()));
        End end = town.calls(machine.launch()) == 0 ? End.ORDER_NEVER_SENT : launched();
        assertThat(town.calls(machine.launch())).isLessThanOrEqualTo(1);
        checkThread();
        if (end == End.RETURNED) assertThat(texts()).containsSubsequence(toldInAnyCase());
        return end;
    }

    private End launched() {
        reached(Moment.SENT);
        until(() -> sees("Powered down.") || sees("is in the rescue kernel at"));
        reached(Moment.BOOTING);
        until(() -> sees("is in the rescue kernel at"));
        reached(Moment.UP);
        does("presses", "End rescue", () -> sees("ended the rescue."));
        reached(Moment.LEAVING);
        until(() -> town.calls(machine.giveBack()) > 0 || neverSent("Returning", machine.giveBack()));
        if (town.calls(machine.giveBack()) == 0) return End.ORDER_NEVER_SENT;
        reached(Moment.RETURNING);
        until(() -> sees("is back in its installed system"));
        reached(Moment.BACK);
        until(() -> town.isHome(machine.device()));
        assertThat(town.calls(machine.giveBack())).isEqualTo(1);
        return End.RETURNED;
    }

    /** A person tries again until Slack takes it, or until it shows that it was taken before. */
    private void does(String deed, String what, BooleanSupplier taken) {
        until(() -> taken.getAsBoolean() || town.asha(deed, what));
    }

    private void reached(Moment moment) {
        for (Iterator<Kill> left = kills.iterator(); left.hasNext(); ) {
            Kill kill = left.next();
            if (kill.moment() != moment) continue;
            left.remove();
            pass(kill.millis());
            killedAndBack.run();
            backAt = System.currentTimeMillis();
        }
    }

    private static void pass(long millis) {
        Duration time = Duration.ofMillis(millis);
        if (millis > 0)
            Awaitility.await().pollDelay(time).atMost(time.plus(PATIENCE)).until(() -> true);
    }

    private static void until(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    private boolean sees(String text) {
        return town.everything().contains(text);
    }

    /** The order was claimed by a process that is dead, and the provider knows nothing of it. */
    private boolean neverSent(String stage, String method) {
        return backAt > 0 && stage.equals(ledger.stage()) && ledger.changedAt() < backAt && town.calls(method) == 0;
    }

    /** Each line that the bot wrote down stands in the thread, once, in that order, under the one card. */
    private void checkThread() {
        until(() -> ledger.waiting() == 0);
        List<Long> shown = replies().stream()
                .map(reply -> reply.at("/metadata/event_payload/letter").asLong())
                .toList();
        assertThat(shown).isEqualTo(ledger.replies());
        assertThat(texts()).doesNotHaveDuplicates();
        assertThat(town.messages())
                .filteredOn(message -> !message.path("ephemeral").asBoolean())
                .filteredOn(message -> message.path("text").asText().contains(machine.fullName()))
                .hasSize(1);
    }

    private List<JsonNode> replies() {
        return town.replies(ledger.channel(), ledger.card());
    }

    private List<String> texts() {
        return replies().stream()
                .map(reply -> gist(reply.path("text").asText()))
                .toList();
    }

    /** The sentence without who and where, so that it can be compared. */
    private String gist(String text) {
        return toldInAnyCase().stream().filter(text::contains).findFirst().orElse(text);
    }

    private static List<String> toldInAnyCase() {
        return List.of(
                " confirmed.", "is in the rescue kernel at", "ended the rescue.", "is back in its installed system");
    }
}
