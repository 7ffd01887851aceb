package dev.lifeline.sandbox.softlayer.query;

import org.jspecify.annotations.Nullable;

/** One object of the account, read property by property. */
public interface ApiObject {

    /** Returns the provider's name of its type, such as {@code SoftLayer_Virtual_Guest}. */
    String type();

    /**
     * Returns the value of a property: a scalar, an {@link java.time.Instant}, an {@link ApiObject} or a list of them; null
     * where there is none.
     */
    @Nullable
    Object value(String property);
}
