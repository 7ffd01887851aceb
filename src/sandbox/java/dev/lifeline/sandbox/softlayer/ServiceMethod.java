package dev.lifeline.sandbox.softlayer;

import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param returnType what it returns, as masks see it
 * @param filterPrefix the prefix of its filters; nothing where it takes no filter
 */
record ServiceMethod(String returnType, @Nullable String filterPrefix, Handler handler) {

    /** Does it; answers a scalar, a thing, a list of things, or null. */
    @FunctionalInterface
    interface Handler {
        @Nullable
        Object handle(ApiRequest apiRequest);
    }

    /** What is done with a request, where {@code true} is all there is to answer. */
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
