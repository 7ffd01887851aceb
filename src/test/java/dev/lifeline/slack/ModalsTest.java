package dev.lifeline.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.access.People;
import dev.lifeline.access.Person;
import dev.lifeline.access.SlackUserId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A form comes up at once, and in the person's language when that is known. */
class ModalsTest {

    private static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");

    private final StubSlack slack = new StubSlack();
    private final SettableClock clock = new SettableClock();
    private final WebApi api = new WebApi(slack.account(), new ObjectMapper(), new OwnBudgets(clock), clock);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    @Test
    void trap_13_a_form_is_opened_before_anybody_is_looked_up_and_updated_in_their_language() {
        CountDownLatch lookedUp = new CountDownLatch(1);
        slack.usually("views.update", "{\"ok\":true,\"view\":{\"id\":\"V1\"}}");
        try (Modals modals = new Modals(api, speaking(Locale.ITALIAN, lookedUp))) {
            modals.open("t1", BRUNO, ModalsTest::form);
            assertThat(slack.only("views.open"))
                    .containsEntry("trigger_id", "t1")
                    .containsEntry("view", "{\"in\":\"en\"}");
            assertThat(slack.calls("views.update")).isEmpty();

            lookedUp.countDown();
            await().until(() -> slack.calls("views.update").size() == 1);
        }
        assertThat(slack.only("views.update"))
                .containsEntry("view_id", "V1")
                .containsEntry("hash", "1.h")
                .containsEntry("view", "{\"in\":\"it\"}");
    }

    @Test
    void a_form_in_the_right_language_stays_as_it_is() {
        CountDownLatch lookedUp = new CountDownLatch(0);
        try (Modals modals = new Modals(api, speaking(Locale.ENGLISH, lookedUp))) {
            modals.open("t1", BRUNO, ModalsTest::form);
        }
        assertThat(slack.calls("views.update")).isEmpty();
    }

    @Test
    void for_somebody_whom_slack_does_not_tell_about_it_stays_in_english() {
        People nobody = id -> {
            throw new People.PersonUnknown("Slack is silent");
        };
        try (Modals modals = new Modals(api, nobody)) {
            modals.open("t1", BRUNO, ModalsTest::form);
        }
        assertThat(slack.calls("views.open")).hasSize(1);
    }

    private static ObjectNode form(Locale locale) {
        return JsonNodeFactory.instance.objectNode().put("in", locale.getLanguage());
    }

    private static People speaking(Locale locale, CountDownLatch from) {
        return id -> {
            SocketConversation.awaited(from);
            return new Person(id, "Bruno", Optional.empty(), locale, Person.Guise.MEMBER);
        };
    }
}
