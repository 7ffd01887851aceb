package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lifeline.sandbox.softlayer.query.ResultLimit;
import dev.lifeline.sandbox.softlayer.query.ObjectMask;
import dev.lifeline.sandbox.softlayer.query.ObjectMaskValidator;
import dev.lifeline.sandbox.softlayer.query.Schema;
import dev.lifeline.sandbox.softlayer.query.ListQuery;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.JsonWriter;
import dev.lifeline.sandbox.web.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers one call without faults: validates the mask, invokes the method, applies filter and limit, writes the result. */
final class RestDispatcher {

    private static final String TOTAL_ITEMS_HEADER = "SoftLayer-Total-Items";

    private final Schema schema;
    private final MethodRegistry methodRegistry;
    private final ObjectMaskValidator maskValidator;
    private final ListQuery listQuery;

    RestDispatcher(Schema schema) {
        this.schema = schema;
        this.maskValidator = new ObjectMaskValidator(schema);
        this.listQuery = new ListQuery(schema);
        this.methodRegistry = new MethodRegistry(schema);
        GuestMethods.register(methodRegistry);
        HardwareMethods.register(methodRegistry);
        AccountMethods.register(methodRegistry);
        UserMethods.register(methodRegistry);
        CatalogMethods.register(methodRegistry);
        SearchMethods.register(methodRegistry);
        SupportMethods.register(methodRegistry);
        InfrastructureMethods.register(methodRegistry);
        TagMethods.register(methodRegistry);
        EmptyMethods.register(methodRegistry);
    }

    /** Returns the services and methods that are modelled, and those that are not. */
    MethodInventory inventory() {
        return methodRegistry.inventory();
    }

    String qualifiedMethodName(Invocation call) {
        return methodRegistry.qualifiedName(call);
    }

    /**
     * How the response is written.
     *
     * @param includeTypes whether objects carry their {@code complexType}
     * @param fault what is wrong with it, if anything
     */
    record ResponseOptions(boolean includeTypes, Optional<FaultKind> fault) {

        boolean omitsRelations() {
            return fault.filter(kind -> kind == FaultKind.MISSING_RELATIONS).isPresent();
        }

        boolean ignoresFilter() {
            return fault.filter(kind -> kind == FaultKind.IGNORED_FILTER).isPresent();
        }
    }

    HttpResponse.Buffered dispatch(ApiRequest apiRequest, ResponseOptions responseOptions) {
        ServiceMethod serviceMethod = methodRegistry.resolve(apiRequest.invocation());
        ObjectMask requestedMask = apiRequest.invocation().objectMask().map(ObjectMask::parse).orElse(ObjectMask.LOCAL_PROPERTIES);
        maskValidator.validate(requestedMask, serviceMethod.returnType());
        ObjectMask objectMask = responseOptions.omitsRelations() ? requestedMask.withoutRelations(serviceMethod.returnType(), schema) : requestedMask;
        Object value = serviceMethod.handler().handle(apiRequest);
        JsonWriter jsonWriter = new JsonWriter(schema, responseOptions.includeTypes());
        String filterPrefix = serviceMethod.filterPrefix();
        if (filterPrefix == null || !(value instanceof List<?> list)) return okResponse(jsonWriter.write(value, objectMask));
        ListQuery.Page page = selectPage(
                list,
                filterPrefix,
                serviceMethod.returnType(),
                responseOptions.ignoresFilter() ? apiRequest.invocation().withoutFilter() : apiRequest.invocation());
        return okResponse(jsonWriter.write(page.objects(), objectMask)).withHeader(TOTAL_ITEMS_HEADER, Integer.toString(page.totalItems()));
    }

    private ListQuery.Page selectPage(List<?> list, String filterPrefix, String type, Invocation call) {
        List<ApiObject> apiObjects = list.stream().map(ApiObject.class::cast).toList();
        Optional<String> filter = call.objectFilter();
        ResultLimit resultLimit = call.resultLimit().map(ResultLimit::parse).orElse(ResultLimit.UNLIMITED);
        return listQuery.execute(apiObjects, filterPrefix, type, filter, resultLimit);
    }

    private static HttpResponse.Buffered okResponse(JsonNode value) {
        return HttpResponse.json(200, value);
    }
}
