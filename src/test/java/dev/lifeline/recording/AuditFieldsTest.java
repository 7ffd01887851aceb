package dev.lifeline.recording;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /** Types of components that have a format of their own; an event with another type needs one first. */
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
    void every_component_is_a_detail_by_its_own_name() {
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
    void a_record_of_several_parts_is_named_by_its_type_and_told_in_parts() {
        assertThat(AuditFields.of(new RescueEvent.AccessDenied(
                        new DenialReason.MissingPermission("asha", Permission.SERVER_RELOAD))))
                .containsEntry("denial-reason", "missing-permission")
                .containsEntry("denial-reason.username", "asha")
                .containsEntry("denial-reason.permission", "server_reload");
        assertThat(AuditFields.of(new RescueEvent.Drifted(List.of(new Drift(Drift.Attribute.POWER, "ON", "OFF")))))
                .containsEntry("drifts", "power ON OFF");
    }

    @Test
    void a_field_that_is_read_back_has_to_be_a_component() {
        assertThat(AuditFields.fieldName(RescueEvent.Approved.class, "voteCount"))
                .isEqualTo("vote-count");
        assertThatThrownBy(() -> AuditFields.fieldName(RescueEvent.Approved.class, "votes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("votes");
    }

    @Test
    void an_empty_optional_is_no_detail() {
        assertThat(AuditFields.of(new RescueEvent.BootStalled(Duration.ofMinutes(20), OptionalLong.empty())))
                .containsEntry("elapsed", "PT20M")
                .doesNotContainKey("transaction-id");
    }

    @Test
    void no_event_is_recorded_as_a_programmer_would_print_it() {
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
