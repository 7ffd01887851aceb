package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every property and every getter that the provider's own Java client knows, of every type that is served by its id, is
 * answered in the shape that the client expects.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiCoverageTest {

    /** Methods that the provider refuses to all but its own staff and resellers. */
    private static final Set<String> REJECTED_METHODS = Set.of("getAgentImpersonationToken", "getImpersonationToken");

    private FakeSoftLayer softLayer;
    private RestClient restClient;

    @BeforeAll
    void start() throws IOException {
        softLayer = FakeSoftLayer.start(FakeSoftLayerOptions.defaultsOnPort(0));
        restClient = RestClient.forBotUser(softLayer);
    }

    @AfterAll
    void stop() {
        softLayer.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Account, SoftLayer_Account",
        "virtual.Guest, SoftLayer_Virtual_Guest/104870101",
        "virtual.Guest, SoftLayer_Virtual_Guest/104870133",
        "hardware.Server, SoftLayer_Hardware_Server/2154871",
        "hardware.Server, SoftLayer_Hardware_Server/2155318",
        "Hardware, SoftLayer_Hardware/2154871",
        "user.Customer, SoftLayer_User_Customer/ASHA",
        "virtual.disk.Image, SoftLayer_Virtual_Disk_Image/17912652"
    })
    void each_property_can_be_requested_and_each_getter_answers(String type, String path) {
        OfficialClientType names = new OfficialClientType(type);
        String object = path.replace("ASHA", Long.toString(ashaId()));
        SoftAssertions.assertSoftly(softly -> {
            names.properties().forEach((property, holds) -> {
                RestClient.RestResponse restResponse =
                        restClient.getWithMask(object + "/getObject", "mask[" + property + "]");
                softly.assertThat(restResponse.status())
                        .as("%s.%s", type, property)
                        .isEqualTo(200);
                assertShape(softly, type + "." + property, restResponse.json().path(property), holds);
            });
            names.getters().forEach((getter, answers) -> {
                RestClient.RestResponse reply = restClient.get(object + "/" + getter);
                softly.assertThat(reply.status())
                        .as("%s::%s %s", type, getter, reply.error())
                        .isEqualTo(REJECTED_METHODS.contains(getter) ? 500 : 200);
                if (reply.status() == 200) assertShape(softly, type + "::" + getter, reply.json(), answers);
            });
        });
    }

    private long ashaId() {
        for (JsonNode user : restClient.get("SoftLayer_Account/getUsers").json())
            if (user.path("email").asText().equals("asha@example.com"))
                return user.path("id").asLong();
        throw new AssertionError("no asha");
    }

    private static void assertShape(SoftAssertions softly, String what, JsonNode answer, Type expected) {
        boolean list = OfficialClientType.isList(expected);
        if (list && !answer.isMissingNode())
            softly.assertThat(answer.isArray()).as("%s: %s", what, answer).isTrue();
        if (list) answer.forEach(one -> assertElementShape(softly, what, one, elementOf(expected)));
        else assertElementShape(softly, what, answer, expected);
    }

    private static Type elementOf(Type list) {
        return ((java.lang.reflect.ParameterizedType) list).getActualTypeArguments()[0];
    }

    /** Absent values are not checked. */
    private static void assertElementShape(SoftAssertions softly, String what, JsonNode answer, Type expected) {
        if (answer.isMissingNode() || answer.isNull()) return;
        boolean right = OfficialClientType.isObject(expected)
                ? answer.isObject()
                : Map.of(
                                "Boolean",
                                answer.isBoolean(),
                                "Long",
                                answer.isIntegralNumber(),
                                "BigDecimal",
                                answer.isNumber())
                        .getOrDefault(((Class<?>) expected).getSimpleName(), answer.isTextual());
        softly.assertThat(right)
                .as("%s should be %s: %s", what, expected, answer)
                .isTrue();
    }

    /** Related objects have all their own properties too. */
    @ParameterizedTest
    @CsvSource({
        "virtual.Guest, SoftLayer_Virtual_Guest/104870101",
        "hardware.Server, SoftLayer_Hardware_Server/2154871",
        "user.Customer, SoftLayer_User_Customer/ASHA"
    })
    void each_property_of_related_objects_can_be_requested(String type, String path) {
        String object = path.replace("ASHA", Long.toString(ashaId()));
        SoftAssertions.assertSoftly(softly -> new OfficialClientType(type)
                .properties()
                .forEach((relation, holds) -> {
                    Type below = OfficialClientType.isList(holds) ? elementOf(holds) : holds;
                    if (!OfficialClientType.isObject(below)) return;
                    String mask = new OfficialClientType(below.getTypeName().replace("com.softlayer.api.service.", ""))
                            .properties().keySet().stream().limit(40).collect(Collectors.joining(","));
                    softly.assertThat(restClient
                                    .getWithMask(object + "/getObject", "mask[" + relation + "[" + mask + "]]")
                                    .status())
                            .as("%s.%s[%s]", type, relation, mask)
                            .isEqualTo(200);
                }));
    }

    @Test
    void unknown_methods_are_refused_with_the_providers_errors() {
        RestClient.RestResponse mask =
                restClient.getWithMask("SoftLayer_Virtual_Guest/104870101/getObject", "mask[nonsense]");
        assertThat(mask.errorCode()).isEqualTo("SoftLayer_Exception_WebService_ObjectMask");
        assertThat(mask.error()).isEqualTo("Property 'nonsense' not valid for 'SoftLayer_Virtual_Guest'.");
        RestClient.RestResponse method = restClient.get("SoftLayer_Virtual_Guest/104870101/getNonsense");
        assertThat(method.error()).isEqualTo("Function (\"getNonsense\") is not a valid method for this service");
    }
}
