package dev.lifeline.sandbox.softlayer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The services that an operator touches beside the devices: tickets, announced maintenance, tags, networks, images, metrics. */
class OperatorServicesTest extends FakeSoftLayerTestBase {

    private static final String WEB_07 = "SoftLayer_Virtual_Guest/104870101";

    private RestClient owner() {
        return restClient.as("elena");
    }

    @Test
    void a_ticket_is_opened_updated_and_listed() {
        JsonNode opened = owner().post(
                        "SoftLayer_Ticket/createStandardTicket",
                        "[{\"subjectId\":1021,\"title\":\"web-07 does not boot\",\"priority\":2},\"It hangs.\",\"104870101\",\"\",\"\",\"\",[],\"VIRTUAL_GUEST\"]")
                .json();
        assertThat(opened.path("priority").asInt()).isEqualTo(2);
        assertThat(opened.path("createDate").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
        String ticket = "SoftLayer_Ticket/" + opened.path("id").asText();
        owner().post(ticket + "/addUpdate", "[{\"entry\":\"Still hangs.\"}]");

        JsonNode listed = owner().getWithMask(
                        "SoftLayer_Account/getOpenTickets",
                        "mask[title,updateCount,status.name,subject.name,updates.entry,attachedVirtualGuests.hostname]")
                .json();
        assertThat(listed).hasSize(1);
        assertThat(listed.at("/0/title").asText()).isEqualTo("web-07 does not boot");
        assertThat(listed.at("/0/updateCount").asInt()).isEqualTo(2);
        assertThat(listed.at("/0/status/name").asText()).isEqualTo("Open");
        assertThat(listed.at("/0/subject/name").asText()).isEqualTo("Hardware Issue");
        assertThat(listed.at("/0/updates").findValuesAsText("entry")).containsExactly("It hangs.", "Still hangs.");
        assertThat(listed.at("/0/attachedVirtualGuests/0/hostname").asText()).isEqualTo("web-07");
        JsonNode account = owner().getWithMask("SoftLayer_Account/getObject", "mask[ticketCount,openTicketCount]")
                .json();
        assertThat(account.path("ticketCount").asInt()).isEqualTo(1);
        assertThat(account.path("openTicketCount").asInt()).isEqualTo(1);
    }

    @Test
    void a_ticket_needs_a_subject_contents_and_the_permission() {
        String standard = "SoftLayer_Ticket/createStandardTicket";
        assertThat(owner().post(standard, "[{\"subjectId\":9},\"x\"]").error()).isEqualTo("Invalid ticket subject.");
        assertThat(owner().post(standard, "[{\"subjectId\":1021},\"\"]").error())
                .isEqualTo("Ticket contents must be provided.");
        assertThat(restClient
                        .as("dario")
                        .post(standard, "[{\"subjectId\":1021},\"x\"]")
                        .error())
                .isEqualTo("You do not have permission to this service.");
        assertThat(owner().get("SoftLayer_Ticket/5/getObject").errorCode())
                .isEqualTo("SoftLayer_Exception_ObjectNotFound");
        assertThat(owner().get("SoftLayer_Ticket_Subject/getAllObjects").json().findValuesAsText("name"))
                .contains("Hardware Issue");
    }

    @Test
    void announced_maintenance_names_the_device_and_can_be_acknowledged() {
        restClient.controlCall("POST", "happens", "{\"device\":\"web-07\",\"what\":\"maintenance is announced\"}");
        String mask = "mask[id,subject,acknowledgedFlag,impactedResourceCount,impactedResources.resourceTableId]";

        JsonNode notice = owner().getWithMask("SoftLayer_Notification_Occurrence_Event/getAllObjects", mask)
                .json()
                .path(0);
        owner().get("SoftLayer_Notification_Occurrence_Event/"
                + notice.path("id").asText() + "/acknowledgeNotification");

        assertThat(notice.path("subject").asText()).contains("web-07.example.com");
        assertThat(notice.at("/impactedResources/0/resourceTableId").asLong()).isEqualTo(104870101);
        assertThat(notice.path("impactedResourceCount").asInt()).isEqualTo(1);
        assertThat(notice.path("acknowledgedFlag").asBoolean(true)).isFalse();
        assertThat(owner().getWithMask("SoftLayer_Notification_Occurrence_Event/getAllObjects", mask)
                        .json()
                        .at("/0/acknowledgedFlag")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void tags_host_name_and_notes_of_a_device_are_changed() {
        owner().post(WEB_07 + "/setTags", "[\"web, blue\"]");
        owner().post("SoftLayer_Tag/setTags", "[\"blue\",\"HARDWARE\",\"2154871\"]");
        owner().post(WEB_07 + "/editObject", "[{\"hostname\":\"web-77\",\"notes\":\"rack 7\"}]");

        JsonNode guest = owner().getWithMask(WEB_07, "mask[hostname,notes,tagReferences.tag.name]")
                .json();
        assertThat(guest.path("hostname").asText()).isEqualTo("web-77");
        assertThat(guest.path("notes").asText()).isEqualTo("rack 7");
        assertThat(guest.path("tagReferences").findValuesAsText("name")).containsExactly("web", "blue");
        assertThat(owner().get("SoftLayer_Tag/getAttachedTagsForCurrentUser")
                        .json()
                        .findValuesAsText("name"))
                .contains("blue", "web");
        assertThat(owner().get("SoftLayer_Virtual_Guest/findByHostname/web-77").json())
                .hasSize(1);
        assertThat(owner().post("SoftLayer_Tag/setTags", "[\"x\",\"COFFEE\",1]").error())
                .isEqualTo("Invalid tag type provided.");
    }

    @Test
    void what_stands_around_the_devices_can_be_read() {
        JsonNode vlans = owner().getWithMask(
                        "SoftLayer_Account/getNetworkVlans",
                        "mask[id,vlanNumber,networkSpace,primarySubnet.cidr,subnetCount]")
                .json();
        assertThat(vlans).hasSize(4);
        assertThat(vlans.at("/0/networkSpace").asText()).isEqualTo("PUBLIC");
        assertThat(owner().get("SoftLayer_Network_Vlan/" + vlans.at("/0/id").asText())
                        .json()
                        .path("vlanNumber")
                        .asInt())
                .isEqualTo(800);
        assertThat(owner().get("SoftLayer_Location/getDatacenters").json().findValuesAsText("name"))
                .containsExactly("dal13", "fra02");
        assertThat(owner().get("SoftLayer_Product_Package/getAllObjects").json().findValuesAsText("keyName"))
                .contains("CLOUD_SERVER");
        assertThat(owner().get("SoftLayer_Virtual_Guest_Block_Device_Template_Group/getPublicImages")
                        .json())
                .isNotEmpty();
        assertThat(owner().get("SoftLayer_Virtual_Guest/getCreateObjectOptions")
                        .json()
                        .path("datacenters"))
                .hasSize(2);
        String billingItem = owner().getWithMask(WEB_07, "mask[billingItem.id]")
                .json()
                .at("/billingItem/id")
                .asText();
        assertThat(owner().get("SoftLayer_Billing_Item/" + billingItem)
                        .json()
                        .path("hostName")
                        .asText())
                .isEqualTo("web-07");
    }

    @Test
    void lists_of_what_a_new_account_has_not_are_empty_and_counted() {
        assertThat(owner().get("SoftLayer_Account/getDedicatedHosts").json().toString())
                .isEqualTo("[]");
        JsonNode guest = owner().getWithMask(WEB_07, "mask[networkComponents,networkComponentCount,upgradeRequest]")
                .json();
        assertThat(guest.path("networkComponents").toString()).isEqualTo("[]");
        assertThat(guest.path("networkComponentCount").asInt(-1)).isZero();
        assertThat(guest.has("upgradeRequest")).isFalse();
        String metric = owner().getWithMask(WEB_07, "mask[metricTrackingObject.id]")
                .json()
                .at("/metricTrackingObject/id")
                .asText();
        assertThat(owner().post(
                                "SoftLayer_Metric_Tracking_Object/" + metric + "/getBandwidthData",
                                "[\"2026-01-01T00:00:00\",\"2026-01-02T00:00:00\"]")
                        .json()
                        .toString())
                .isEqualTo("[]");
    }
}
