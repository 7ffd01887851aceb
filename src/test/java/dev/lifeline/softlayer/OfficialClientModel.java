package dev.lifeline.softlayer;

import com.softlayer.api.annotation.ApiMethod;
import com.softlayer.api.annotation.ApiProperty;
import com.softlayer.api.annotation.ApiType;
import com.softlayer.api.annotation.ApiTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods and properties of the provider's API, from the annotations of its own Java client; for tests only. */
public final class OfficialClientModel {

    public record MethodSignature(
            int parameterCount, boolean instanceRequired, boolean deprecated, Class<?> returnType) {}

    private final Map<String, Class<?>> types = new HashMap<>();
    private final Set<String> newerProperties;

    public OfficialClientModel(Set<String> newerProperties) {
        this.newerProperties = newerProperties;
        for (Class<?> type : allTypes())
            types.put(type.getAnnotation(ApiType.class).value(), type);
    }

    private static Class<?>[] allTypes() {
        try {
            return Class.forName("com.softlayer.api.service.package-info")
                    .getAnnotation(ApiTypes.class)
                    .value();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The method with that name in its annotation: methods that override another are renamed in that client. */
    public MethodSignature method(String service, String name) {
        Method method = methods(type(service), name).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such method: " + service + "::" + name));
        ApiMethod api = method.getAnnotation(ApiMethod.class);
        return new MethodSignature(
                method.getParameterCount(),
                api.instanceRequired(),
                method.isAnnotationPresent(Deprecated.class),
                elementType(method.getGenericReturnType()));
    }

    private static List<Method> methods(Class<?> type, String name) {
        Class<?> service = Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Service"))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(service.getMethods())
                .filter(method -> method.isAnnotationPresent(ApiMethod.class))
                .filter(method -> name.equals(methodName(method)))
                .toList();
    }

    private static String methodName(Method method) {
        String value = method.getAnnotation(ApiMethod.class).value();
        return value.isEmpty() ? method.getName() : value;
    }

    private Class<?> type(String name) {
        return Optional.ofNullable(types.get(name)).orElseThrow(() -> new AssertionError("no such type: " + name));
    }

    public List<String> unknownProperties(String mask, String type) {
        return unknownProperties(mask, type(type));
    }

    /** The segments of a mask that are not properties of their type. */
    public List<String> unknownProperties(String mask, Class<?> type) {
        List<String> unknown = new ArrayList<>();
        for (MaskTree root : MaskTree.parse(mask))
            collectUnknown(root, root.cast().isEmpty() ? type : type(root.cast()), unknown);
        return unknown;
    }

    private void collectUnknown(MaskTree tree, Class<?> type, List<String> unknown) {
        for (MaskTree child : tree.children()) {
            Optional<Field> property = property(type, child.name());
            if (property.isPresent())
                collectUnknown(child, elementType(property.get().getGenericType()), unknown);
            else if (!newerProperties.contains(name(type) + "." + child.name()))
                unknown.add(name(type) + "." + child.name());
        }
    }

    private static String name(Class<?> type) {
        ApiType api = type.getAnnotation(ApiType.class);
        return api == null ? type.getSimpleName() : api.value();
    }

    private static Optional<Field> property(Class<?> type, String name) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass())
            for (Field field : at.getDeclaredFields()) {
                ApiProperty api = field.getAnnotation(ApiProperty.class);
                if (api == null) continue;
                String propertyName = api.value().isEmpty() ? field.getName() : api.value();
                if (propertyName.equals(name)) return Optional.of(field);
            }
        return Optional.empty();
    }

    private static Class<?> elementType(Type type) {
        Type argument = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return (Class<?>) argument;
    }
}
