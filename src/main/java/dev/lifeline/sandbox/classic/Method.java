package dev.lifeline.sandbox.classic;

import org.jspecify.annotations.Nullable;

/**
 * A method of a service.
 *
 * @param type what it returns, as masks see it
 * @param relation the prefix of its filters; nothing where it takes no filter
 */
record Method(String type, @Nullable String relation, Action action) {

    /** Does it; answers a scalar, a thing, a list of things, or null. */
    @FunctionalInterface
    interface Action {
        @Nullable
        Object answer(Request request);
    }

    /** What is done with a request, where {@code true} is all there is to answer. */
    @FunctionalInterface
    interface Order {
        void carryOut(Request request);
    }

    static Method scalar(Action action) {
        return new Method("", null, action);
    }

    static Method order(Order order) {
        return scalar(request -> {
            order.carryOut(request);
            return true;
        });
    }

    static Method returning(String type, Action action) {
        return new Method("SoftLayer_" + type, null, action);
    }

    static Method listing(String type, String relation, Action action) {
        return new Method("SoftLayer_" + type, relation, action);
    }
}
