package dev.lifeline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Outage;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.reply.CommandReplies;
import dev.lifeline.message.reply.DenialMessages;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody is told to try again where that cannot help. */
class TryAgainTest {

    /** Said during a temporary outage or rate limit only, by a busy bot, or of a window that Slack shows until then. */
    private static final Set<String> IN_A_MINUTE = Set.of(
            "access.cannot-tell.temporary",
            "answer.provider-away.temporary",
            "canvas.try-later",
            "denied.cannot-tell.temporary",
            "error-reply.busy",
            "error-reply.slack-unavailable",
            "error-reply.storage-unavailable",
            "install-page.refused.unavailable",
            "link-page.refused.provider-unavailable",
            "password.provider-away.temporary",
            "policy.silent.temporary",
            "rejected.device-not-seen");

    private final ResourceBundle phrases = ResourceBundle.getBundle("dev.lifeline.message.phrases", Locale.ROOT);

    @Test
    void try_again_in_a_minute_was_said_whatever_kept_the_provider_from_answering() {
        Set<String> keys = phrases.keySet().stream()
                .filter(key -> phrases.getString(key).contains("in a minute"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).containsExactlyInAnyOrderElementsOf(IN_A_MINUTE);
    }

    @Test
    void what_only_an_operator_can_end_is_said_to_be_so() {
        Stream.of(
                        CommandReplies.in(Locale.ENGLISH).providerUnavailable(Outage.PERMANENT),
                        DenialMessages.in(Locale.ENGLISH).directoryUnavailable(Outage.PERMANENT))
                .map(Message::plainText)
                .forEach(text -> assertThat(text)
                        .contains("so nothing was done", "Trying again does not help", "Tell the operator"));
    }
}
