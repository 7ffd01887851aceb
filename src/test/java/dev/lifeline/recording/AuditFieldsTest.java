package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DenialReason;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.RescueEvent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditFieldsTest {

    /** The types of which an audit field may consist; a new event with another type adds it here, with its rendering. */
    private static final Set<Class<?>> SUPPORTED_TYPES = Set.of(
            String.class,
            int.class,
            long.class,
            boolean.class,
            Instant.class,
            Duration.class,
            Optional.class,
            OptionalLong.class,
            List.class,
            Set.class,
            SlackUserId.class,
            CloudUserId.class);

    @Test
    void every_component_is_a_fact_by_its_own_name() {
        assertThat(AuditFields.of(new RescueEvent.Approved(ASHA, 1, 2, "looks right")))
                .containsEntry("by", ASHA.value())
                .containsEntry("vote-count", "1")
                .containsEntry("quorum", "2")
                .containsEntry("comment", "looks right");
        assertThat(AuditFields.of(new RescueEvent.BreakGlassUsed(ASHA, "the shop is down", NOON, Set.of(BRUNO))))
                .containsEntry("review-due-at", "2026-11-22T12:00:00Z")
                .containsEntry("notified-users", BRUNO.value());
        assertThat(AuditFields.of(new RescueEvent.EnteredRescue(Evidence.HOST_KEY_CHANGED)))
                .containsEntry("evidence", "host_key_changed");
    }

    @Test
    void nested_values_are_flattened_into_named_fields() {
        assertThat(AuditFields.of(new RescueEvent.AccessDenied(
                        new DenialReason.MissingPermission("asha", Permission.SERVER_RELOAD))))
                .containsEntry("denial-reason", "missing-permission")
                .containsEntry("denial-reason.username", "asha")
                .containsEntry("denial-reason.permission", "server_reload");
        assertThat(AuditFields.of(new RescueEvent.Drifted(List.of(new Drift(Drift.Attribute.POWER, "ON", "OFF")))))
                .containsEntry("drifts", "power ON OFF");
    }

    @Test
    void what_is_not_there_is_no_fact() {
        assertThat(AuditFields.of(new RescueEvent.BootStalled(Duration.ofMinutes(20), OptionalLong.empty())))
                .containsEntry("elapsed", "PT20M")
                .doesNotContainKey("transaction-id");
    }

    @Test
    void no_event_is_recorded_by_its_to_string() {
        List<String> unreadable = Stream.of(RescueEvent.class.getPermittedSubclasses())
                .flatMap(one -> Stream.of(one.getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(type ->
                        !SUPPORTED_TYPES.contains(type) && !type.isEnum() && !type.isSealed() && !type.isRecord())
                .map(Class::getName)
                .toList();

        assertThat(unreadable).isEmpty();
    }
}
