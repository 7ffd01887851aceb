package dev.lifeline.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.testkit.ConnectProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a proxy is named, which hosts go around it, and what its refusals look like. */
class HttpProxyTest {

    /** The first byte that a client says in TLS. */
    private static final int TLS_HANDSHAKE = 0x16;

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com:3128, proxy.example.com:3128, ",
        "http://proxy.example.com, proxy.example.com:80, ",
        "proxy.example.com:3128, proxy.example.com:3128, ",
        "HTTP://proxy:8080/, proxy:8080, ",
        "http://[2001:db8::1]:3128, [2001:db8::1]:3128, ",
        "http://ann:s3cret@proxy:1, proxy:1, ann:s3cret",
        "ann:s3cret@proxy:1, proxy:1, ann:s3cret",
        "http://ann@proxy:1, proxy:1, ann:",
        "http://d%40m:p%3Aa%2Fs%C3%A9+@proxy:1, proxy:1, d@m:p:a/sé+"
    })
    void P6_an_address_is_read_with_its_login_and_told_without(String text, String told, String login) {
        HttpProxy proxy = HttpProxy.parse(text).orElseThrow();

        assertThat(proxy).hasToString(told);
        assertThat(proxy.url()).isEqualTo("http://" + told);
        assertThat(proxy.authorization().map(HttpProxyTest::decoded)).isEqualTo(Optional.ofNullable(login));
    }

    private static String decoded(String authorization) {
        byte[] login = Base64.getDecoder().decode(authorization.replace("Basic ", ""));
        return new String(login, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "socks5://proxy:1080",
                "http://",
                "http://proxy:0",
                "http://proxy:70000",
                "http://a b",
                "http://ann:p@ss@proxy:1",
                "http://ann:50%@proxy:1",
                "http://proxy_1:3128",
                "proxy:port"
            })
    void what_is_no_http_proxy_is_refused(String text) {
        assertThat(HttpProxy.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*, slack.com, 443, true",
        "slack.com, slack.com, 443, true",
        "slack.com, hooks.slack.com, 443, true",
        ".slack.com, wss-primary.slack.com, 443, true",
        "*.slack.com, slack.com, 443, true",
        "SLACK.com, Slack.COM., 443, true",
        "slack.com, notslack.com, 443, false",
        "slack.com, slack.com.example.com, 443, false",
        "slack.com:443, slack.com, 443, true",
        "slack.com:8443, slack.com, 443, false",
        "'one.example, two.example  three.example', three.example, 443, true",
        "10.0.80.11, 10.0.80.11, 443, true",
        "10.0.80.11, 110.0.80.11, 443, false",
        "[2001:db8::1]:443, [2001:db8::1], 443, true",
        "2001:db8::1, [2001:db8::1], 443, true",
        "2001:db8::1, 2001:db8::1, 80, true",
        "., slack.com, 443, false",
        "'', slack.com, 443, false",
        "'', localhost, 3000, true",
        "'', 127.0.0.9, 3000, true",
        "'', [::1], 3000, true",
        "'', localhost.example.com, 443, false"
    })
    void hosts_that_go_around_the_proxy(String rules, String host, int port, boolean direct) {
        assertThat(NoProxyRules.parse(rules).includes(host, port)).isEqualTo(direct);
    }

    @Test
    void a_rule_with_a_port_knows_the_ports_that_addresses_leave_out() {
        HttpProxies proxies = new HttpProxies(HttpProxy.parse("proxy:1"), NoProxyRules.parse("slack.com:443"));

        assertThat(proxies.proxyFor(URI.create("https://slack.com/api/"))).isEmpty();
        assertThat(proxies.proxyFor(URI.create("wss://slack.com/link"))).isEmpty();
        assertThat(proxies.proxyFor(URI.create("http://slack.com/api/"))).isPresent();
        assertThat(proxies.proxyFor(URI.create("https://slack.com:444/"))).isPresent();
    }

    @Test
    void without_a_setting_the_properties_of_the_jvm_decide() {
        URI slack = URI.create("wss://wss-primary.slack.com/link");
        assertThat(HttpProxies.JVM_DEFAULT.proxyFor(slack)).isEmpty();

        System.setProperty("https.proxyHost", "proxy.example.com");
        System.setProperty("https.proxyPort", "3128");
        try {
            assertThat(HttpProxies.JVM_DEFAULT.proxyFor(slack)).hasToString("Optional[proxy.example.com:3128]");
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    private static void get(String address, String proxy) throws IOException {
        OkHttpClient http = OkHttpClients.builder(new HttpProxies(HttpProxy.parse(proxy), NoProxyRules.NONE))
                .build();
        http.newCall(new Request.Builder().url(address).build()).execute().close();
    }

    @Test
    void an_address_of_https_is_called_by_tls_through_a_tunnel() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.requiring("ann", "s3cret");
                ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> firstByte = CompletableFuture.supplyAsync(() -> firstByte(server));

            assertThatThrownBy(() -> get(
                            "https://slack.invalid:" + server.getLocalPort(), "ann:s3cret@127.0.0.1:" + proxy.port()))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ProxyException.class);

            assertThat(firstByte).isCompletedWithValue(TLS_HANDSHAKE);
            assertThat(proxy.passages())
                    .contains(new ConnectProxy.Passage("CONNECT", "slack.invalid:" + server.getLocalPort()));
        }
    }

    private static int firstByte(ServerSocket server) {
        try (Socket socket = server.accept()) {
            return socket.getInputStream().read();
        } catch (IOException e) {
            return -1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "http"})
    void P6_a_login_that_the_proxy_does_not_take_is_told_without_it(String scheme) throws IOException {
        try (ConnectProxy proxy = ConnectProxy.requiring("ann", "s3cret")) {
            for (String login : new String[] {"", "ann:hush@"})
                assertThatThrownBy(() -> get(scheme + "://slack.invalid", login + "127.0.0.1:" + proxy.port()))
                        .isInstanceOf(ProxyException.class)
                        .hasMessageContaining(
                                "the proxy 127.0.0.1:" + proxy.port() + " asks for another user and password")
                        .hasMessageContaining("HTTPS_PROXY")
                        .hasMessageNotContaining("hush");
            assertThat(proxy.passages()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "502 Bad Gateway"})
    void a_proxy_that_lets_nothing_through_is_told_with_the_host(String status) throws IOException {
        try (ConnectProxy proxy = ConnectProxy.refusing(status)) {
            assertThatThrownBy(() -> get("https://slack.invalid", "127.0.0.1:" + proxy.port()))
                    .isInstanceOf(ProxyException.class)
                    .hasMessageContaining("lets nothing through to slack.invalid (HTTP " + status.substring(0, 3));
        }
    }

    @Test
    void a_proxy_that_is_not_there_is_told_and_not_gone_around() throws IOException {
        // bound, so that nobody else listens there meanwhile
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress("127.0.0.1", 0));
            for (String gone : new String[] {"127.0.0.1:" + bound.getLocalPort(), "proxy.invalid:3128"})
                assertThatThrownBy(() -> get("https://slack.invalid", gone))
                        .isInstanceOf(ProxyException.class)
                        .hasMessageContaining("the proxy " + gone + " cannot be reached");
        }
    }
}
