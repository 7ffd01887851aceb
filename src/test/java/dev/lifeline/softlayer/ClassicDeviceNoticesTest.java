package dev.lifeline.softlayer;

import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.WEB_07;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.device.Notices;
import dev.lifeline.device.Notices.Maintenance;
import dev.lifeline.testkit.Fixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClassicDeviceNoticesTest {

    private static final Instant LATER = NOON.plus(Duration.ofHours(2));
    private static final long WEB_07_ID = WEB_07.id().value();

    private final ScriptedProvider provider = new ScriptedProvider();
    private final AtomicLong nanos = new AtomicLong();
    private final ClassicAdapter adapter =
            new ClassicAdapter(provider.account(), ScriptedProvider.FAST_CONFIG, nanos::get);

    ClassicDeviceNoticesTest() throws IOException {
        provider.respond("getAllObjects", "[]").respond("getOpenTickets", "[]");
    }

    @AfterEach
    void close() {
        adapter.close();
        provider.close();
    }

    private Notices find() {
        return adapter.deviceNotices().find(WEB_07, NOON);
    }

    private static String event(String type, Instant end, long resourceId, String resourceName) {
        return """
                {"id":1,"subject":"Network","startDate":"%s","endDate":"%s",
                 "notificationOccurrenceEventType":{"keyName":"%s"},
                 "impactedResources":[{"resourceTableId":%d,"resourceName":"%s"}]}""".formatted(
                        NOON.atOffset(ZoneOffset.UTC), end.atOffset(ZoneOffset.UTC), type, resourceId, resourceName);
    }

    @Test
    void maintenance_of_the_device_that_is_not_over_is_found() {
        provider.respond(
                "getAllObjects",
                "["
                        + String.join(
                                ",",
                                event("PLANNED", LATER, WEB_07_ID, "web-07.example.com"),
                                event("PLANNED", NOON, WEB_07_ID, "web-07.example.com"),
                                event("UNPLANNED_INCIDENT", LATER, WEB_07_ID, "web-07.example.com"),
                                event("PLANNED", LATER, WEB_07_ID, "hardware-of-the-same-number"),
                                event("PLANNED", LATER, WEB_07_ID + 1, "web-07.example.com"),
                                "{\"id\":2}",
                                "7")
                        + "]");

        assertThat(find()).isEqualTo(new Notices(List.of(new Maintenance("Network", NOON, LATER)), List.of(), true));
    }

    @Test
    void tickets_that_the_device_is_attached_to_are_found_by_its_type() {
        String attached = "[{\"id\":%d}]".formatted(WEB_07_ID);
        provider.respond(
                "getOpenTickets",
                "[{\"id\":81001,\"attachedVirtualGuests\":%s},{\"id\":81002,\"attachedHardware\":%s},{\"id\":81003}]"
                        .formatted(attached, attached));

        assertThat(find()).isEqualTo(new Notices(List.of(), List.of(81001L), true));
        assertThat(adapter.deviceNotices().find(Fixtures.DB_01, NOON).openTickets())
                .isEmpty();
    }

    @Test
    void both_lists_are_read_once_in_five_minutes() {
        find();
        nanos.addAndGet(Duration.ofMinutes(4).toNanos());
        find();
        assertThat(provider.requestsTo("getOpenTickets")).hasSize(1);

        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        find();
        assertThat(provider.requestsTo("getOpenTickets")).hasSize(2);
        assertThat(provider.requestsTo("getAllObjects")).hasSize(2);
    }

    @Test
    void P3_what_cannot_be_read_leaves_the_answer_incomplete_and_is_asked_for_once_in_half_a_minute() {
        provider.respond("getOpenTickets", ScriptedProvider.json(500, ScriptedProvider.INTERNAL_ERROR_BODY))
                .respond("getAllObjects", "[" + event("PLANNED", LATER, WEB_07_ID, "") + "]");

        assertThat(find()).isEqualTo(new Notices(List.of(new Maintenance("Network", NOON, LATER)), List.of(), false));
        find();
        assertThat(provider.requestsTo("getOpenTickets")).hasSize(1);

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        provider.respond("getOpenTickets", "[]");
        assertThat(find().complete()).isTrue();
    }

    @Test
    void who_may_not_view_tickets_sees_none() {
        provider.respond(
                "getOpenTickets",
                ScriptedProvider.error(
                        500, "SoftLayer_Exception_Public", "You do not have permission to this service."));

        assertThat(find()).isEqualTo(Notices.NONE);
    }
}
