package dev.lifeline.sandbox.softlayer.query;

/**
 * Does every property a mask names exist? The check goes by the declared type of the answer, so that
 * {@code activeTransaction} on {@code Account::getHardware} is refused without a cast (softlayer.md 2.4).
 */
public final class ObjectMaskValidator {

    static final String ERROR_CODE = "SoftLayer_Exception_WebService_ObjectMask";

    private final Schema schema;

    public ObjectMaskValidator(Schema schema) {
        this.schema = schema;
    }

    /**
     * Passes in silence.
     *
     * @throws SoftLayerException naming the first property or cast that does not exist
     */
    public void validate(ObjectMask objectMask, String type) {
        objectMask.casts().forEach((cast, below) -> validateCast(cast, below, type));
        if (schema.hasType(type)) objectMask.properties().forEach((name, below) -> validateProperty(name, below, type));
    }

    private void validateCast(String cast, ObjectMask below, String type) {
        if (!cast.startsWith("SoftLayer_")) throw invalidMask("Class '" + cast + "' does not exist.");
        if (schema.hasType(cast) && schema.hasType(type) && !areRelated(cast, type))
            throw invalidMask("'" + cast + "' is not valid for '" + type + "'.");
        validate(below, cast);
    }

    private boolean areRelated(String cast, String type) {
        return schema.isSubtypeOf(cast, type) || schema.isSubtypeOf(type, cast);
    }

    private void validateProperty(String name, ObjectMask below, String type) {
        Property property = schema.findProperty(type, name)
                .orElseThrow(() -> invalidMask("Property '" + name + "' not valid for '" + type + "'."));
        if (property.isObject()) validate(below, property.type());
        else if (!below.properties().isEmpty())
            throw invalidMask("Property '" + below.properties().keySet().iterator().next() + "' not valid for '" + name + "'.");
    }

    private static SoftLayerException invalidMask(String error) {
        return new SoftLayerException(500, ERROR_CODE, error);
    }
}
