package dev.lifeline.sandbox.softlayer;

import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param returnType the type that masks are validated against; empty for scalars
 * @param filterPrefix the property that filters begin with; null where the method takes no filter
 */
record ServiceMethod(String returnType, @Nullable String filterPrefix, Handler handler) {

    /** Carries the method out; returns a scalar, an object, a list of objects, or null. */
    @FunctionalInterface
    interface Handler {
        @Nullable
        Object handle(ApiRequest apiRequest);
    }

    /** A method whose only answer is {@code true}. */
    @FunctionalInterface
    interface Command {
        void execute(ApiRequest apiRequest);
    }

    static ServiceMethod returningScalar(Handler handler) {
        return new ServiceMethod("", null, handler);
    }

    static ServiceMethod command(Command command) {
        return returningScalar(apiRequest -> {
            command.execute(apiRequest);
            return true;
        });
    }

    static ServiceMethod returningObject(String returnType, Handler handler) {
        return new ServiceMethod("SoftLayer_" + returnType, null, handler);
    }

    static ServiceMethod returningList(String returnType, String filterPrefix, Handler handler) {
        return new ServiceMethod("SoftLayer_" + returnType, filterPrefix, handler);
    }
}
