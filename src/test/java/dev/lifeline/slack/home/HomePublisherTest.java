package dev.lifeline.slack.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.handler.inbox.HomeTab.Home;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.slack.StubSlack;
import dev.lifeline.slack.outbox.ChatApi;
import dev.lifeline.slack.outbox.StatusLinks;
import dev.lifeline.slack.webapi.LocalRateLimiter;
import dev.lifeline.slack.webapi.WebApi;
import dev.lifeline.testkit.InMemoryOutbox;
import dev.lifeline.testkit.SettableClock;
import dev.lifeline.transport.SendGuard;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a Home tab is published, and when it is left alone. */
class HomePublisherTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final LocalRateLimiter rateLimiter = new LocalRateLimiter(clock);
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), rateLimiter, clock);
    private final AtomicInteger composed = new AtomicInteger();
    private volatile String text = "first";
    private volatile boolean served = true;
    private final HomePublisher publisher = new HomePublisher(
            (user, statusLinks) -> {
                composed.incrementAndGet();
                return new Home(Message.of(TextLine.ofText(text)), served);
            },
            new StatusLinks(new InMemoryOutbox(), new ChatApi(api, SendGuard.NONE), Ticker.disabledTicker()),
            new HomeViews(api, rateLimiter),
            clock);

    @BeforeEach
    void respond() {
        slack.respondByDefault("views.publish", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
    }

    @AfterEach
    void close() {
        publisher.close();
        api.close();
        slack.close();
    }

    private void open() {
        publisher.onOpened(BRUNO);
        awaitCompositions(1);
        await().until(() -> !slack.calls("views.publish").isEmpty());
    }

    private void refreshAfter(Duration pause) {
        clock.advance(pause);
        publisher.refresh();
    }

    private void awaitCompositions(int count) {
        await().until(() -> composed.get() >= count);
    }

    private Map<String, String> published(int index) {
        await().until(() -> slack.calls("views.publish").size() > index);
        return slack.calls("views.publish").get(index).form();
    }

    @Test
    void it_is_published_when_opened_and_again_only_when_it_would_show_something_else() {
        open();
        refreshAfter(Duration.ofSeconds(3));
        awaitCompositions(2);
        text = "second";
        refreshAfter(Duration.ofSeconds(3));

        assertThat(published(1).get("view")).contains("second");
        assertThat(published(1)).containsEntry("hash", "1.h").containsEntry("user_id", "U0BRUNO");
        assertThat(published(0).get("view")).contains("first");
        assertThat(published(0)).doesNotContainKey("hash");
        assertThat(slack.calls("views.publish")).hasSize(2);
    }

    @Test
    void a_tab_that_another_replica_has_published_is_left_to_it() {
        open();
        slack.respondByDefault("views.publish", "{\"ok\":false,\"error\":\"hash_conflict\"}");
        text = "second";
        refreshAfter(Duration.ofSeconds(3));
        published(1);
        await().until(() -> publisher.viewerCount() == 0);
    }

    @Test
    void a_call_that_failed_is_made_again_with_what_holds_then() {
        slack.respondByDefault("views.publish", "{\"ok\":false,\"error\":\"internal_error\"}");
        open();
        slack.respondByDefault("views.publish", "{\"ok\":true,\"view\":{\"id\":\"V1\",\"hash\":\"1.h\"}}");
        text = "second";
        int failed = slack.calls("views.publish").size();
        refreshAfter(Duration.ofMinutes(1));

        assertThat(published(failed).get("view")).contains("second");
    }

    @Test
    void nobody_is_watched_for_ever() {
        open();
        refreshAfter(Duration.ofMinutes(11));

        assertThat(publisher.viewerCount()).isZero();
        assertThat(composed).hasValue(1);
    }

    @Test
    void no_more_people_are_watched_than_the_limits_allow() {
        for (int person = 0; person < 200; person++) publisher.onOpened(new SlackUserId("U" + person));

        assertThat(publisher.viewerCount()).isLessThanOrEqualTo(50);
    }
}
