package dev.lifeline.message.status;

import static dev.lifeline.message.model.Audience.OTHER_COMPANIES;
import static dev.lifeline.testkit.Fixtures.ASHA;
import static dev.lifeline.testkit.Fixtures.ASHA_CLOUD_USER_ID;
import static dev.lifeline.testkit.Fixtures.NOON;
import static dev.lifeline.testkit.Fixtures.openedRequest;
import static dev.lifeline.testkit.Fixtures.requiringApprovals;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.message.model.Message;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueEvent;
import dev.lifeline.rescue.RescueRequest;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people of other companies read of each event in a channel that is shared with them: the device's name and its state. */
class SharedChannelTextTest {

    private static final String INTERNAL = "Tango-Internal-Tango";
    private static final long INTERNAL_NUMBER = 7_654_321;

    static Stream<RescueEvent> events() {
        return samples(RescueEvent.class).stream().map(RescueEvent.class::cast);
    }

    @ParameterizedTest
    @MethodSource("events")
    void P6_no_word_of_a_person_of_the_policy_or_of_the_provider_is_read_by_other_companies(RescueEvent event) {
        Message reply = ThreadUpdates.in(Locale.ENGLISH).render(request(), event);

        assertThat(OTHER_COMPANIES.select(reply).toString())
                .doesNotContain(INTERNAL)
                .doesNotContain(Long.toString(INTERNAL_NUMBER));
    }

    private static RescueRequest request() {
        PolicyRequirements rule = requiringApprovals(1);
        return openedRequest(new PolicyRequirements(
                INTERNAL,
                INTERNAL,
                rule.approval(),
                rule.confirmation(),
                rule.launchWindow(),
                Optional.of("Call " + INTERNAL)));
    }

    /** One value of each case, every text of which is internal. */
    private static List<Object> samples(Class<?> type) {
        if (type.isSealed())
            return Stream.of(type.getPermittedSubclasses())
                    .flatMap(one -> samples(one).stream())
                    .toList();
        if (type == DeviceName.class) return List.of(new DeviceName("renamed-07", "example.com"));
        List<Object> records = new ArrayList<>();
        int variants = Stream.of(type.getRecordComponents())
                .mapToInt(component -> values(component.getGenericType()).size())
                .max()
                .orElse(1);
        for (int variant = 0; variant < variants; variant++) records.add(sample(type, variant));
        return records;
    }

    private static Object sample(Class<?> type, int variant) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(Stream.of(components)
                    .map(component -> values(component.getGenericType()))
                    .map(values -> values.get(variant % values.size()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private static List<?> values(Type type) {
        if (type instanceof ParameterizedType generic) {
            Object first = values(generic.getActualTypeArguments()[0]).get(0);
            if (generic.getRawType() == Optional.class) return List.of(Optional.of(first));
            return List.of(generic.getRawType() == Set.class ? Set.of(first) : List.of(first));
        }
        return values((Class<?>) type);
    }

    private static List<?> values(Class<?> type) {
        if (type == String.class) return List.of(INTERNAL);
        if (type == int.class) return List.of(2);
        if (type == long.class) return List.of(INTERNAL_NUMBER);
        if (type == boolean.class) return List.of(true, false);
        if (type == Instant.class) return List.of(NOON);
        if (type == Duration.class) return List.of(Duration.ofMinutes(3));
        if (type == OptionalLong.class) return List.of(OptionalLong.of(INTERNAL_NUMBER));
        if (type == SlackUserId.class) return List.of(ASHA);
        if (type == CloudUserId.class) return List.of(ASHA_CLOUD_USER_ID);
        if (type == RequestId.class) return List.of(new RequestId("request00008"));
        if (type == SlackUser.UserKind.class) return List.of(SlackUser.UserKind.DEACTIVATED); // a member is none denied
        return type.isEnum() ? List.of(type.getEnumConstants()) : samples(type);
    }
}
