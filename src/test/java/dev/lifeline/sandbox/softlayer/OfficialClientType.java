package dev.lifeline.sandbox.softlayer;

import com.softlayer.api.annotation.ApiMethod;
import com.softlayer.api.annotation.ApiProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One type of the provider's own Java client: its properties, and the service methods that read without a parameter. */
final class OfficialClientType {

    private static final String SERVICE_PACKAGE = "com.softlayer.api.service.";

    private final Class<?> type;

    /** @param name such as {@code virtual.Guest} */
    OfficialClientType(String name) {
        try {
            this.type = Class.forName(SERVICE_PACKAGE + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Returns every property, inherited ones included, with its type. */
    Map<String, Type> properties() {
        Map<String, Type> all = new TreeMap<>();
        for (Class<?> level = type; level != null; level = level.getSuperclass())
            for (Field field : level.getDeclaredFields()) {
                ApiProperty property = field.getAnnotation(ApiProperty.class);
                if (property != null)
                    all.putIfAbsent(
                            property.value().isEmpty() ? field.getName() : property.value(), field.getGenericType());
            }
        return all;
    }

    /** Returns every reading method of the service without parameters, with its return type. */
    Map<String, Type> getters() {
        Map<String, Type> all = new TreeMap<>();
        for (Class<?> service : type.getDeclaredClasses())
            if (service.getSimpleName().equals("Service"))
                Arrays.stream(service.getMethods())
                        .filter(method ->
                                method.isAnnotationPresent(ApiMethod.class) && method.getParameterCount() == 0)
                        .filter(method -> methodName(method).startsWith("get"))
                        .forEach(method -> all.put(methodName(method), method.getGenericReturnType()));
        return all;
    }

    private static String methodName(Method method) {
        String renamed = method.getAnnotation(ApiMethod.class).value();
        return renamed.isEmpty() ? method.getName() : renamed;
    }

    /** Whether it is one of the provider's own types. */
    static boolean isObject(Type type) {
        return type.getTypeName().startsWith(SERVICE_PACKAGE);
    }

    static boolean isList(Type type) {
        return type instanceof ParameterizedType;
    }
}
