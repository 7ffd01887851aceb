package dev.lifeline.sandbox.softlayer.query;

/**
 * Checks that every property of a mask exists. It goes by the declared type of the result, so that {@code activeTransaction}
 * on {@code Account::getHardware} is refused without a cast (src/docs/platform/softlayer.md, section Batch polling).
 */
public final class ObjectMaskValidator {

    static final String ERROR_CODE = "SoftLayer_Exception_WebService_ObjectMask";

    private final Schema schema;

    public ObjectMaskValidator(Schema schema) {
        this.schema = schema;
    }

    /**
     * Returns normally where every property exists.
     *
     * @throws SoftLayerException naming the first property or cast that does not exist
     */
    public void validate(ObjectMask objectMask, String type) {
        objectMask.casts().forEach((cast, submask) -> validateCast(cast, submask, type));
        if (schema.hasType(type)) objectMask.properties().forEach((name, submask) -> validateProperty(name, submask, type));
    }

    private void validateCast(String cast, ObjectMask submask, String type) {
        if (!cast.startsWith("SoftLayer_")) throw invalidMask("Class '" + cast + "' does not exist.");
        if (schema.hasType(cast) && schema.hasType(type) && !areRelated(cast, type))
            throw invalidMask("'" + cast + "' is not valid for '" + type + "'.");
        validate(submask, cast);
    }

    private boolean areRelated(String cast, String type) {
        return schema.isSubtypeOf(cast, type) || schema.isSubtypeOf(type, cast);
    }

    private void validateProperty(String name, ObjectMask submask, String type) {
        Property property = schema.findProperty(type, name)
                .orElseThrow(() -> invalidMask("Property '" + name + "' not valid for '" + type + "'."));
        if (property.isObject()) validate(submask, property.type());
        else if (!submask.properties().isEmpty())
            throw invalidMask("Property '" + submask.properties().keySet().iterator().next() + "' not valid for '" + name + "'.");
    }

    private static SoftLayerException invalidMask(String error) {
        return new SoftLayerException(500, ERROR_CODE, error);
    }
}
