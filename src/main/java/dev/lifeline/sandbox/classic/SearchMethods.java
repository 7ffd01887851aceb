package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.Row;
import dev.lifeline.sandbox.classic.query.Thing;
import dev.lifeline.sandbox.classic.world.Device;
import dev.lifeline.sandbox.classic.world.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code SoftLayer_Search}: devices by free text, scoped to what the caller may see (softlayer.md 2.5). */
final class SearchMethods {

    private SearchMethods() {}

    static Methods addTo(Methods methods) {
        Method search = Method.listing("Container_Search_Result", "-", SearchMethods::search);
        return methods.method("Search", "advancedSearch", search)
                .method("Search", "search", search)
                .method(
                        "Search",
                        "getObjectTypes",
                        Method.listing("Container_Search_ObjectType", "-", request -> objectTypes()));
    }

    private static List<Thing> search(Request request) {
        SearchQuery query = SearchQuery.parse(request.text(0).orElse(""));
        List<Thing> found = new ArrayList<>();
        for (Kind kind : Kind.values())
            if (query.wants(typeOf(kind)))
                request.estate()
                        .fleet()
                        .all(kind)
                        .filter(query::matches)
                        .filter(request.showing()::sees)
                        .forEach(device -> found.add(result(device, query, request.showing())));
        return found;
    }

    private static String typeOf(Kind kind) {
        return kind == Kind.VIRTUAL_GUEST ? "SoftLayer_Virtual_Guest" : "SoftLayer_Hardware";
    }

    private static Thing result(Device device, SearchQuery query, Showing showing) {
        return Row.of("Container_Search_Result")
                .with("resourceType", typeOf(device.spec().kind()))
                .with("relevanceScore", new BigDecimal("1.0"))
                .with("matchedTerms", query.matchedTerms(device))
                .linking("resource", () -> showing.show(device));
    }

    private static List<Thing> objectTypes() {
        List<Thing> types = new ArrayList<>();
        for (Kind kind : Kind.values())
            types.add(Row.of("Container_Search_ObjectType")
                    .with("name", typeOf(kind))
                    .with(
                            "properties",
                            SearchQuery.properties().stream()
                                    .map(SearchMethods::property)
                                    .toList()));
        return types;
    }

    private static Thing property(String name) {
        return Row.of("Container_Search_ObjectType_Property")
                .with("name", name)
                .with("sortableFlag", true)
                .with("type", name.equals("id") ? "integer" : "string");
    }
}
