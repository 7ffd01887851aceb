package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code SoftLayer_Search}: free-text search of the devices that the caller sees (src/docs/platform/softlayer.md, section
 * Search / typeahead).
 */
final class SearchMethods {

    private SearchMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        ServiceMethod search = ServiceMethod.returningList("Container_Search_Result", "-", SearchMethods::search);
        return methodRegistry.addMethod("Search", "advancedSearch", search)
                .addMethod("Search", "search", search)
                .addMethod(
                        "Search",
                        "getObjectTypes",
                        ServiceMethod.returningList("Container_Search_ObjectType", "-", apiRequest -> objectTypes()));
    }

    private static List<ApiObject> search(ApiRequest apiRequest) {
        SearchQuery query = SearchQuery.parse(apiRequest.textParameter(0).orElse(""));
        List<ApiObject> results = new ArrayList<>();
        for (DeviceType deviceType : DeviceType.values())
            if (query.includesType(objectTypeOf(deviceType)))
                apiRequest.fakeAccount()
                        .fleet()
                        .all(deviceType)
                        .filter(query::matches)
                        .filter(apiRequest.callerView()::canSee)
                        .forEach(device -> results.add(resultObject(device, query, apiRequest.callerView())));
        return results;
    }

    private static String objectTypeOf(DeviceType deviceType) {
        return deviceType == DeviceType.VIRTUAL_GUEST ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware";
    }

    private static ApiObject resultObject(Device device, SearchQuery query, CallerView callerView) {
        return MapObject.ofType("Container_Search_Result")
                .withProperty("resourceType", objectTypeOf(device.spec().deviceType()))
                .withProperty("relevanceScore", new BigDecimal("1.0"))
                .withProperty("matchedTerms", query.matchedTerms(device))
                .withRelation("resource", () -> callerView.toApiObject(device));
    }

    private static List<ApiObject> objectTypes() {
        List<ApiObject> types = new ArrayList<>();
        for (DeviceType deviceType : DeviceType.values())
            types.add(MapObject.ofType("Container_Search_ObjectType")
                    .withProperty("name", objectTypeOf(deviceType))
                    .withProperty(
                            "properties",
                            SearchQuery.searchableProperties().stream()
                                    .map(SearchMethods::propertyObject)
                                    .toList()));
        return types;
    }

    private static ApiObject propertyObject(String name) {
        return MapObject.ofType("Container_Search_ObjectType_Property")
                .withProperty("name", name)
                .withProperty("sortableFlag", true)
                .withProperty("type", name.equals("id") ? "integer" : "string");
    }
}
