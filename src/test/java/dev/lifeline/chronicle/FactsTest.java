package dev.lifeline.chronicle;

import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.BRUNO;
import static dev.lifeline.testkit.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.Objection;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.rescue.Drift;
import dev.lifeline.rescue.Evidence;
import dev.lifeline.rescue.Happening;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsTest {

    /** What a fact may be made of; whoever adds a happening with something else says here how it reads. */
    private static final Set<Class<?>> READABLE = Set.of(
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
        assertThat(Facts.of(new Happening.Approved(ASHA, 1, 2, "looks right")))
                .containsEntry("by", ASHA.value())
                .containsEntry("votes", "1")
                .containsEntry("quorum", "2")
                .containsEntry("comment", "looks right");
        assertThat(Facts.of(new Happening.GlassBroken(ASHA, "the shop is down", NOON, Set.of(BRUNO))))
                .containsEntry("review-by", "2026-11-22T12:00:00Z")
                .containsEntry("told", BRUNO.value());
        assertThat(Facts.of(new Happening.IsInRescue(Evidence.HOST_KEY_CHANGED)))
                .containsEntry("evidence", "host_key_changed");
    }

    @Test
    void what_is_itself_told_in_parts_is_named_and_told_in_parts() {
        assertThat(Facts.of(new Happening.NotAllowedAnyMore(new Objection.Lacks("asha", Permission.SERVER_RELOAD))))
                .containsEntry("objection", "lacks")
                .containsEntry("objection.username", "asha")
                .containsEntry("objection.permission", "server_reload");
        assertThat(Facts.of(new Happening.Drifted(List.of(new Drift(Drift.What.POWER, "ON", "OFF")))))
                .containsEntry("changes", "power ON OFF");
    }

    @Test
    void what_is_not_there_is_no_fact() {
        assertThat(Facts.of(new Happening.Stalled(Duration.ofMinutes(20), OptionalLong.empty())))
                .containsEntry("waited", "PT20M")
                .doesNotContainKey("transaction");
    }

    @Test
    void no_happening_is_recorded_as_a_programmer_would_print_it() {
        List<String> unreadable = Stream.of(Happening.class.getPermittedSubclasses())
                .flatMap(one -> Stream.of(one.getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(type -> !READABLE.contains(type) && !type.isEnum() && !type.isSealed() && !type.isRecord())
                .map(Class::getName)
                .toList();

        assertThat(unreadable).isEmpty();
    }
}
