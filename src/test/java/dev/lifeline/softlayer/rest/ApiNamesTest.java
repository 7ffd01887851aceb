package dev.lifeline.softlayer.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lifeline.softlayer.OfficialClientModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every API name that the adapter sends exists, checked against the annotations of the provider's own Java client, 0.3.4 of January 2022.
 */
class ApiNamesTest {

    /** Properties newer than that client, each with its documentation. */
    private static final Map<String, String> NEWER_PROPERTIES = Map.of(
            "SoftLayer_User_Customer.permissionCheckLikeMasterUserFlag",
            "softlayer.github.io, reference/datatypes/SoftLayer_User_Customer; release note of 2022-10-21");

    private final OfficialClientModel clientModel = new OfficialClientModel(NEWER_PROPERTIES.keySet());

    @ParameterizedTest
    @EnumSource(QueryMethod.class)
    void a_question_is_a_method_that_takes_no_parameter(QueryMethod queryMethod) {
        OfficialClientModel.MethodSignature methodSignature =
                clientModel.method(queryMethod.service(), queryMethod.method());

        assertThat(methodSignature.parameterCount()).isZero();
        assertThat(methodSignature.deprecated()).isFalse();
        if (queryMethod.requiresObjectId())
            assertThat(methodSignature.instanceRequired()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(QueryMethod.class)
    void every_segment_of_a_mask_is_a_property(QueryMethod queryMethod) {
        Class<?> answer =
                clientModel.method(queryMethod.service(), queryMethod.method()).returnType();

        assertThat(clientModel.unknownProperties(queryMethod.mask().toParameterValue(), answer))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProviderCommand.class)
    void an_order_is_a_method_with_so_many_parameters(ProviderCommand providerCommand) {
        OfficialClientModel.MethodSignature methodSignature =
                clientModel.method(providerCommand.service(), providerCommand.method());

        assertThat(methodSignature.parameterCount()).isEqualTo(providerCommand.parameterCount());
        assertThat(methodSignature.instanceRequired()).isTrue();
        assertThat(methodSignature.deprecated()).isFalse();
    }

    @Test
    void every_filter_goes_by_properties_that_exist() throws Exception {
        List<String> filters = List.of(
                ObjectFilters.orderedById("virtualGuests"),
                ObjectFilters.orderedById("hardware"),
                ObjectFilters.idIn("virtualGuests", Set.of(1L)),
                ObjectFilters.idIn("hardware", Set.of(1L)),
                ObjectFilters.byProperty("users", "email", "a@b.c"));
        for (String filter : filters) {
            JsonNode json = new ObjectMapper().readTree(filter);
            json.fieldNames()
                    .forEachRemaining(relation -> json.get(relation)
                            .fieldNames()
                            .forEachRemaining(property -> assertThat(clientModel.unknownProperties(
                                            "mask[" + relation + "[" + property + "]]", "SoftLayer_Account"))
                                    .isEmpty()));
        }
    }

    @Test
    void P6_no_mask_but_the_one_that_is_read_apart_asks_for_a_password() {
        List<QueryMethod> open = Stream.of(QueryMethod.values())
                .filter(queryMethod -> !queryMethod.returnsSecrets())
                .toList();
        assertThat(open).hasSize(QueryMethod.values().length - 2);
        for (QueryMethod read : open)
            assertThat(read.mask().toParameterValue())
                    .doesNotContain("password]", "password,", "remoteManagementAccounts", "apiAuthenticationKeys");
    }

    @Test
    void nothing_is_read_that_says_something_else_than_it_seems_to_or_costs_a_call_a_device() {
        for (QueryMethod queryMethod : QueryMethod.values()) {
            assertThat(queryMethod.mask().toParameterValue())
                    .as("%s", queryMethod)
                    .doesNotContain("elapsedSeconds");
            assertThat(queryMethod.service()).isNotIn("SoftLayer_Event_Log", "SoftLayer_Search");
            assertThat(queryMethod.method())
                    .doesNotContainIgnoringCase("pingable")
                    .doesNotContain("isMasterUser");
        }
    }

    @Test
    void no_order_destroys_data() {
        assertThat(ProviderCommand.values())
                .extracting(ProviderCommand::method)
                .allMatch(
                        method -> method.matches(
                                "executeRescueLayer|bootToRescueLayer|(un)?mountIsoImage"
                                        + "|reboot(Default|Hard)|powerOn|(add|remove)(BulkPortalPermission|(VirtualGuest|Hardware)Access)"));
    }

    @Test
    void the_oracle_knows_what_does_not_exist() {
        assertThat(clientModel.unknownProperties("mask[id,powerState[keyName]]", "SoftLayer_Hardware_Server"))
                .containsExactly("SoftLayer_Hardware_Server.powerState");
        assertThat(clientModel.unknownProperties(
                        "[mask[id],mask(SoftLayer_Hardware_Server)[nonsense]]", "SoftLayer_Hardware"))
                .containsExactly("SoftLayer_Hardware_Server.nonsense");
    }
}
