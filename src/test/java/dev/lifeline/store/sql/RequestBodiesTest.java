package dev.lifeline.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.store.database.Json;
import dev.lifeline.testkit.Fixtures;
import org.junit.jupiter.api.Test;

class RequestBodiesTest {

    private final Json json = new Json();
    private final RequestBodies bodies = new RequestBodies(json);

    @Test
    void a_request_that_did_not_change_is_parsed_once() {
        RescueRequest request = Fixtures.openedRequest();
        String body = json.write(RescueRequest.class, request);

        RescueRequest read = bodies.read(body);

        assertThat(read).isEqualTo(request);
        assertThat(bodies.read(new String(body))).isSameAs(read);
    }

    @Test
    void a_text_that_is_no_request_is_refused_each_time() {
        assertThatThrownBy(() -> bodies.read("{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bodies.read("{}")).isInstanceOf(IllegalStateException.class);
    }
}
