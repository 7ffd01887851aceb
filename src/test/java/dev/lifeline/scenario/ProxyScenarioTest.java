package dev.lifeline.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.lifeline.slack.LogCapture;
import dev.lifeline.testkit.BotEnvironment;
import dev.lifeline.testkit.ConnectProxy;
import dev.lifeline.testkit.SimulatedUser;
import dev.lifeline.transport.HttpProxy;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A whole rescue where nothing but a proxy reaches the platforms. */
class ProxyScenarioTest {

    @Test
    void P6_a_whole_rescue_goes_through_a_proxy_whose_password_no_line_of_the_log_holds() throws IOException {
        try (LogCapture log = LogCapture.atLevel("ROOT", Level.INFO);
                LogCapture sdk = LogCapture.atLevel("com.slack.api", Level.DEBUG);
                ConnectProxy proxy = ConnectProxy.requiring("lifeline", "hush:hush");
                BotEnvironment botEnvironment =
                        BotEnvironment.behind(HttpProxy.parse("http://lifeline:hush%3Ahush@127.0.0.1:" + proxy.port())
                                .orElseThrow())) {
            SimulatedUser asha = botEnvironment.user("asha");
            asha.type("/rescue web-07").waitForText("Boot web-07.example.com into the rescue kernel?");
            asha.click("Yes, boot into rescue").waitForText("web-07.example.com is in the rescue kernel");
            asha.click("End rescue").waitForText("web-07.example.com is back in its installed system");

            String slack = URI.create(botEnvironment.slackUrl()).getAuthority();
            assertThat(proxy.passages().stream().map(ConnectProxy.Passage::target))
                    .anyMatch(target -> target.contains(slack + "/api/chat.postMessage"))
                    .anyMatch(target -> target.contains("//classic.invalid:") && target.contains("executeRescueLayer"))
                    .anyMatch(target -> target.equals(slack));
            assertThat(proxy.passages().stream()
                            .filter(passage -> passage.target().contains("executeRescueLayer")))
                    .hasSize(1);
            assertThat(botEnvironment.providerCalls("executeRescueLayer")).isEqualTo(1);
            assertThat(sdk.messages()).contains("going to use an HTTP proxy: http://127.0.0.1:");
            assertThat(log.messages() + sdk.messages()).doesNotContain("hush").doesNotContain("Basic ");
        }
    }
}
