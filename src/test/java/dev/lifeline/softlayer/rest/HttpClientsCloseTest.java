package dev.lifeline.softlayer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.transport.RequestSentListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Queries may be given up when the bot stops; what became of a command has to be known. */
class HttpClientsCloseTest {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch answer = new CountDownLatch(1);
    private final MockWebServer provider = new MockWebServer();
    private final HttpClients clients = HttpClients.create(ClassicClientConfig.defaults());

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void P3_the_answer_to_a_command_in_flight_is_awaited() throws Exception {
        provider.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                arrived.countDown();
                answer.await();
                return new MockResponse.Builder().body("true").build();
            }
        });
        provider.start();
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> send(clients.commands()));
        arrived.await();

        clients.close();
        answer.countDown();

        assertThat(status.get()).isEqualTo(200);
    }

    private int send(OkHttpClient client) {
        Request request = new Request.Builder()
                .url(provider.url("/executeRescueLayer"))
                .tag(RequestSentListener.class, new RequestSentListener())
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        } catch (IOException e) {
            return 0;
        }
    }
}
