package dev.lifeline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.model.CommonTerms;
import dev.lifeline.message.model.MessageCatalog;
import dev.lifeline.testkit.Fixtures;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stage of a request is a sentence inside of others, as text: nobody can be mentioned in it. */
class StageTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "de"})
    void a_request_that_waits_for_its_requester_shows_no_user_id(String language) {
        CommonTerms terms = new CommonTerms(MessageCatalog.forLocale(Locale.forLanguageTag(language)));

        assertThat(terms.stage(Fixtures.openedRequest()).plainText())
                .isNotBlank()
                .doesNotContain("@", Fixtures.ASHA_REQUESTER.slackUserId().value());
    }
}
