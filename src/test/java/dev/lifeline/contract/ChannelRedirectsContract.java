package dev.lifeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.message.port.ChannelRedirects;
import dev.lifeline.rescue.ChannelId;
import org.junit.jupiter.api.Test;

/** Contract of the channel redirects. */
public abstract class ChannelRedirectsContract {

    private static final ChannelId FIRST_CHANNEL = new ChannelId("G0FIRST");
    private static final ChannelId SECOND_CHANNEL = new ChannelId("C0SECOND");
    private static final ChannelId THIRD_CHANNEL = new ChannelId("C0THIRD");

    protected abstract ChannelRedirects channelRedirects();

    @Test
    void a_channel_without_redirect_is_itself() {
        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(FIRST_CHANNEL);
        assertThat(channelRedirects().aliases(FIRST_CHANNEL)).containsExactly(FIRST_CHANNEL);
    }

    @Test
    void a_channel_with_a_new_id_is_found_by_any_of_its_ids() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().resolve(SECOND_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().aliases(SECOND_CHANNEL)).containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL);
        assertThat(channelRedirects().aliases(FIRST_CHANNEL)).containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL);
    }

    @Test
    void two_redirects_of_a_channel_are_followed_in_either_order_of_arrival() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);
        channelRedirects().add(SECOND_CHANNEL, THIRD_CHANNEL);
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(THIRD_CHANNEL);
        assertThat(channelRedirects().aliases(THIRD_CHANNEL))
                .containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL, THIRD_CHANNEL);
    }

    @Test
    void redirects_never_form_a_loop() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);
        channelRedirects().add(SECOND_CHANNEL, FIRST_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().resolve(SECOND_CHANNEL)).isEqualTo(SECOND_CHANNEL);
    }
}
