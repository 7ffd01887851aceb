package dev.lifeline.sandbox.softlayer.query;

import org.jspecify.annotations.Nullable;

/** One object of the account, as far as anybody asks. */
public interface ApiObject {

    /** The provider's name of its type, such as {@code SoftLayer_Virtual_Guest}. */
    String type();

    /**
     * The value of a property: a scalar, an {@link java.time.Instant}, a {@link ApiObject} or a list of them; null where there
     * is none.
     */
    @Nullable
    Object value(String property);
}
