package dev.lifeline.sandbox.classic.query;

/**
 * Does every property a mask names exist? The check goes by the declared type of the answer, so that
 * {@code activeTransaction} on {@code Account::getHardware} is refused without a cast (softlayer.md 2.4).
 */
public final class MaskCheck {

    static final String CODE = "SoftLayer_Exception_WebService_ObjectMask";

    private final Schema schema;

    public MaskCheck(Schema schema) {
        this.schema = schema;
    }

    /**
     * Passes in silence.
     *
     * @throws ApiError naming the first property or cast that does not exist
     */
    public void check(Mask mask, String type) {
        mask.casts().forEach((cast, below) -> checkCast(cast, below, type));
        if (schema.knows(type)) mask.named().forEach((name, below) -> checkProperty(name, below, type));
    }

    private void checkCast(String cast, Mask below, String type) {
        if (!cast.startsWith("SoftLayer_")) throw refusal("Class '" + cast + "' does not exist.");
        if (schema.knows(cast) && schema.knows(type) && !related(cast, type))
            throw refusal("'" + cast + "' is not valid for '" + type + "'.");
        check(below, cast);
    }

    private boolean related(String cast, String type) {
        return schema.isA(cast, type) || schema.isA(type, cast);
    }

    private void checkProperty(String name, Mask below, String type) {
        Property property = schema.property(type, name)
                .orElseThrow(() -> refusal("Property '" + name + "' not valid for '" + type + "'."));
        if (property.isObject()) check(below, property.type());
        else if (!below.named().isEmpty())
            throw refusal("Property '" + below.named().keySet().iterator().next() + "' not valid for '" + name + "'.");
    }

    private static ApiError refusal(String error) {
        return new ApiError(500, CODE, error);
    }
}
