package dev.lifeline.gallery;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.AccountName;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.Ports;
import dev.lifeline.message.model.Message;
import dev.lifeline.message.model.TextLine;
import dev.lifeline.message.model.TextRun;
import dev.lifeline.message.reply.HomeOverview;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.RescueRequest;
import dev.lifeline.rescue.monitor.StageSample;
import dev.lifeline.testkit.Fixtures;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Examples of values, by their type: short, or about as long as they may become. */
final class Examples {

    /** How much room the examples take. */
    enum Length {
        SHORT,
        LONG
    }

    private static final String LONG_TEXT =
            "INC-4711: " + "the file system of the customer's shop is full and nobody can log in. ".repeat(4);
    private static final DeviceName SHORT_NAME = new DeviceName("db", "");
    private static final DeviceName LONG_NAME =
            new DeviceName("web-frontend-customer-portal-production-frankfurt-07", "infrastructure.shop.example.com");

    /** Components that hold what a person wrote. */
    private static final Set<String> WRITTEN = Set.of("reason", "comment", "statedReason");

    private final Length length;
    private final int variant;
    private final Map<Class<?>, Object> given = new HashMap<>();

    /** @param variant another one for each number, where a type has several constants */
    Examples(Length length, int variant) {
        this.length = length;
        this.variant = variant;
        given.put(String.class, choose("7", LONG_TEXT));
        TextLine line = TextLine.of(new TextRun.UntrustedText((String) choose("7", LONG_TEXT)));
        given.put(TextLine.class, line);
        given.put(Message.class, Message.of(line));
        given.put(Instant.class, Fixtures.NOON);
        given.put(Duration.class, choose(Duration.ofMinutes(1), Duration.ofMinutes(1_234)));
        given.put(SlackUserId.class, Fixtures.ASHA);
        given.put(CloudUser.class, Fixtures.onCallUser(Fixtures.ASHA_CLOUD_USER_ID));
        given.put(SlackUser.class, Fixtures.slackMember(Fixtures.ASHA, "asha@example.com"));
        given.put(DeviceName.class, choose(SHORT_NAME, LONG_NAME));
        given.put(AccountName.class, choose(new AccountName("lab"), new AccountName("a-name-of-20-charact")));
        given.put(DeviceId.class, Fixtures.WEB_07_ID);
        given.put(Device.class, withLength(Fixtures.WEB_07));
        given.put(ChannelId.class, Fixtures.INCIDENT_CHANNEL);
        given.put(RequestId.class, new RequestId("request00007"));
        given.put(RescueRequest.class, withLength(Fixtures.openedRequest()));
        given.put(Ports.class, Ports.DEFAULT);
        given.put(URI.class, URI.create("https://lifeline.example.com/link/0123456789abcdef"));
        given.put(Locale.class, Locale.ENGLISH);
        given.put(OptionalLong.class, choose(OptionalLong.empty(), OptionalLong.of(104_870_101)));
        given.put(
                HomeOverview.Board.class,
                new HomeOverview.Board(
                        List.of(sample("AwaitingConfirmation"), sample("InRescue")),
                        List.of(sample("AwaitingApproval")),
                        List.of(sample("Closed"))));
        Predicate<Object> all = any -> true;
        given.put(Predicate.class, all);
        Function<Object, Optional<String>> none = any -> Optional.empty();
        given.put(Function.class, none);
    }

    /** A request in the first stage of this name. */
    private RescueRequest sample(String stage) {
        return withLength(StageSample.all().stream()
                .filter(sample -> sample.stage().equals(stage))
                .findFirst()
                .orElseThrow()
                .request());
    }

    private Object choose(Object brief, Object lengthy) {
        return length == Length.SHORT ? brief : lengthy;
    }

    /** An example of a type. */
    Object of(Type type) {
        if (type instanceof ParameterizedType generic) return ofGeneric(generic);
        return of((Class<?>) type);
    }

    private Object ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (given.containsKey(raw)) return given.get(raw);
        if (raw == Optional.class)
            return length == Length.SHORT ? Optional.empty() : Optional.of(of(type.getActualTypeArguments()[0]));
        if (raw == Map.class) return ofMap(type);
        List<Object> items = several(type.getActualTypeArguments()[0]);
        return raw == Set.class ? new LinkedHashSet<>(items) : items;
    }

    private Object ofMap(ParameterizedType type) {
        Type key = type.getActualTypeArguments()[0];
        Map<Object, Object> map = new LinkedHashMap<>();
        for (Object one : several(key)) map.put(one, of(type.getActualTypeArguments()[1]));
        return map;
    }

    private List<Object> several(Type type) {
        if (length == Length.SHORT || !(type instanceof Class<?> item)) return List.of(of(type));
        return kinds(item).stream().limit(4).toList();
    }

    private Object of(Class<?> type) {
        if (given.containsKey(type)) return given.get(type);
        if (type == boolean.class || type == Boolean.class) return length == Length.LONG;
        if (type == int.class || type == Integer.class) return length == Length.SHORT ? 1 : 21;
        if (type == long.class || type == Long.class) return length == Length.SHORT ? 1L : 104_870_101L;
        if (type.isRecord()) return ofRecord(type);
        List<Object> kinds = kinds(type);
        return kinds.get((variant + (length == Length.SHORT ? 0 : kinds.size() - 1)) % kinds.size());
    }

    /** An example of each constant of an enum, or of each case of a sealed type; one of any other type. */
    List<Object> kinds(Class<?> type) {
        if (type.isEnum()) return Arrays.asList((Object[]) type.getEnumConstants());
        if (!type.isSealed() || given.containsKey(type)) return List.of(of(type));
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(kind -> kinds(kind).stream())
                .toList();
    }

    private Object ofRecord(Class<?> type) {
        Object[] values = Stream.of(type.getRecordComponents())
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return construct(type, values);
        } catch (IllegalArgumentException refused) {
            if (length == Length.SHORT) throw refused;
            return new Examples(Length.SHORT, variant).of(type);
        }
    }

    private static Object construct(Class<?> type, Object[] values) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no example of " + type.getName(), e);
        }
    }

    /** The same value with names and words of this length. */
    <T> T withLength(T value) {
        @SuppressWarnings("unchecked") // every replacement has the type of what it replaces
        T replaced = (T) replace(value);
        return replaced;
    }

    private Object replace(Object value) {
        if (value instanceof DeviceName) return choose(SHORT_NAME, LONG_NAME);
        if (value instanceof Optional<?> optional) return optional.map(this::replace);
        if (value instanceof List<?> list) return replaceAll(list, new ArrayList<>());
        if (value instanceof Set<?> set) return replaceAll(set, new LinkedHashSet<>());
        return value.getClass().isRecord() ? replaceRecord(value) : value;
    }

    private Collection<Object> replaceAll(Collection<?> values, Collection<Object> replaced) {
        values.forEach(value -> replaced.add(replace(value)));
        return replaced;
    }

    private Object replaceRecord(Object value) {
        Object[] values = Stream.of(value.getClass().getRecordComponents())
                .map(component -> replaceComponent(component, value))
                .toArray();
        return construct(value.getClass(), values);
    }

    private Object replaceComponent(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            Object value = component.getAccessor().invoke(owner);
            boolean written = WRITTEN.contains(component.getName()) && value instanceof String;
            return written ? choose("", LONG_TEXT) : replace(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no example of " + component, e);
        }
    }
}
