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
    void a_place_that_never_moved_is_where_it_is() {
        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(FIRST_CHANNEL);
        assertThat(channelRedirects().aliases(FIRST_CHANNEL)).containsExactly(FIRST_CHANNEL);
    }

    @Test
    void a_place_that_moved_is_found_by_any_of_its_ids() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().resolve(SECOND_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().aliases(SECOND_CHANNEL)).containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL);
        assertThat(channelRedirects().aliases(FIRST_CHANNEL)).containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL);
    }

    @Test
    void one_that_moved_twice_is_found_too_whichever_news_came_first() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);
        channelRedirects().add(SECOND_CHANNEL, THIRD_CHANNEL);
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(THIRD_CHANNEL);
        assertThat(channelRedirects().aliases(THIRD_CHANNEL))
                .containsExactlyInAnyOrder(FIRST_CHANNEL, SECOND_CHANNEL, THIRD_CHANNEL);
    }

    @Test
    void no_news_leads_round_in_circles() {
        channelRedirects().add(FIRST_CHANNEL, SECOND_CHANNEL);
        channelRedirects().add(SECOND_CHANNEL, FIRST_CHANNEL);

        assertThat(channelRedirects().resolve(FIRST_CHANNEL)).isEqualTo(SECOND_CHANNEL);
        assertThat(channelRedirects().resolve(SECOND_CHANNEL)).isEqualTo(SECOND_CHANNEL);
    }
}
