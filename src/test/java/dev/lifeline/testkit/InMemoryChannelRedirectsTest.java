package dev.lifeline.testkit;

import dev.lifeline.contract.ChannelRedirectsContract;
import dev.lifeline.message.port.ChannelRedirects;

class InMemoryChannelRedirectsTest extends ChannelRedirectsContract {

    private final ChannelRedirects redirects = new InMemoryChannelRedirects();

    @Override
    protected ChannelRedirects channelRedirects() {
        return redirects;
    }
}
