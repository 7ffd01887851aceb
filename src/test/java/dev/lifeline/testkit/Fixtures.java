package dev.lifeline.testkit;

import dev.lifeline.access.CloudUser;
import dev.lifeline.access.CloudUserId;
import dev.lifeline.access.DeviceAccess;
import dev.lifeline.access.Permission;
import dev.lifeline.access.SlackUser;
import dev.lifeline.access.SlackUserId;
import dev.lifeline.device.Addresses;
import dev.lifeline.device.Device;
import dev.lifeline.device.DeviceId;
import dev.lifeline.device.DeviceName;
import dev.lifeline.device.DeviceStatus;
import dev.lifeline.device.Inspection;
import dev.lifeline.device.OperatingSystem;
import dev.lifeline.device.OperatingSystem.Family;
import dev.lifeline.device.PowerState;
import dev.lifeline.device.Transaction;
import dev.lifeline.rescue.ApprovalRequirement;
import dev.lifeline.rescue.ApproverSelector;
import dev.lifeline.rescue.ChannelId;
import dev.lifeline.rescue.Plan;
import dev.lifeline.rescue.PolicyRequirements;
import dev.lifeline.rescue.RequestId;
import dev.lifeline.rescue.Requester;
import dev.lifeline.rescue.RescueRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** People, devices and permissions that the tests share. */
public final class Fixtures {

    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    public static final SlackUserId ASHA = new SlackUserId("U0ASHA");
    public static final SlackUserId BRUNO = new SlackUserId("U0BRUNO");
    public static final CloudUserId ASHA_CLOUD_USER_ID = new CloudUserId(101);
    public static final CloudUserId BRUNO_CLOUD_USER_ID = new CloudUserId(102);

    public static final Requester ASHA_REQUESTER = new Requester(ASHA, ASHA_CLOUD_USER_ID, "9001_asha@example.com");
    public static final Requester BRUNO_REQUESTER = new Requester(BRUNO, BRUNO_CLOUD_USER_ID, "9001_bruno@example.com");

    public static final DeviceId WEB_07_ID = DeviceId.virtualGuest(7007);
    public static final Device WEB_07 = guest(7007, "web-07", Family.LINUX, 8192);
    public static final Device WEB_08 = guest(7008, "web-08", Family.LINUX, 8192);
    public static final Device DB_01 =
            new Device.Hardware(properties(DeviceId.hardware(1001), "db-01", Family.LINUX), false);

    public static final ChannelId INCIDENT_CHANNEL = new ChannelId("C0INCIDENT42");

    private Fixtures() {}

    public static Device guest(long id, String name, Family family, int memory) {
        return new Device.VirtualGuest(properties(DeviceId.virtualGuest(id), name, family), memory, false, false);
    }

    public static Device bareMetal(Family family) {
        return new Device.Hardware(properties(DeviceId.hardware(1002), "metal-02", family), false);
    }

    private static Device.Details properties(DeviceId id, String name, Family family) {
        return new Device.Details(
                id,
                new DeviceName(name, "example.com"),
                new Addresses(Optional.of("127.0.7.7"), Optional.of("10.0.7.7")),
                new OperatingSystem(family, "Ubuntu 22.04-64"),
                "dal13",
                Set.of());
    }

    public static DeviceStatus poweredOnStatus() {
        return new DeviceStatus(
                PowerState.ON, Optional.empty(), Optional.of(transaction(500)), OptionalLong.empty(), Optional.empty());
    }

    public static Transaction transaction(long id) {
        return new Transaction(
                id, "RESCUE_BOOT", "Rescue kernel is booting", NOON, Optional.of(Duration.ofMinutes(10)));
    }

    /** A device status with a running transaction. */
    public static DeviceStatus statusWithTransaction(Transaction transaction, PowerState powerState) {
        return new DeviceStatus(
                powerState, Optional.of(transaction), Optional.of(transaction), OptionalLong.empty(), Optional.empty());
    }

    public static Inspection inspection(Device device) {
        return new Inspection(device, poweredOnStatus(), true, false, true, true);
    }

    public static Plan plan(Device device) {
        return plan(device, PolicyRequirements.NONE);
    }

    public static Plan plan(Device device, PolicyRequirements policyRequirements) {
        return new Plan(
                inspection(device), ASHA_REQUESTER, INCIDENT_CHANNEL, Optional.empty(), NOON, policyRequirements);
    }

    /** Policy requirements with so many approvals by any approver. */
    public static PolicyRequirements requiringApprovals(int quorum) {
        ApprovalRequirement approvalRequirement = new ApprovalRequirement(
                quorum,
                ApproverSelector.ANY_PERMITTED_USER,
                Duration.ofMinutes(15),
                Optional.empty(),
                Optional.empty());
        return new PolicyRequirements(
                "production",
                "v1",
                approvalRequirement,
                PolicyRequirements.ConfirmationRequirements.NONE,
                Duration.ofMinutes(10));
    }

    public static RescueRequest openedRequest() {
        return openedRequest(PolicyRequirements.NONE);
    }

    public static RescueRequest openedRequest(PolicyRequirements policyRequirements) {
        return RescueRequest.create(
                new RequestId("request00007"), plan(WEB_07, policyRequirements), NOON.plus(Duration.ofMinutes(10)));
    }

    public static SlackUser slackMember(SlackUserId id, String email) {
        return new SlackUser(id, "Asha", Optional.of(email), Locale.ENGLISH, SlackUser.UserKind.MEMBER);
    }

    /** A cloud user on call: every permission that a rescue needs, and access to all devices. */
    public static CloudUser onCallUser(CloudUserId id) {
        return new CloudUser(
                id,
                "9001_user" + id,
                Optional.of("asha@example.com"),
                CloudUser.Status.ACTIVE,
                false,
                EnumSet.of(
                        Permission.SERVER_RELOAD,
                        Permission.REMOTE_MANAGEMENT,
                        Permission.VIRTUAL_GUEST_VIEW,
                        Permission.HARDWARE_VIEW),
                new DeviceAccess(true, true, Set.of()),
                Optional.empty());
    }
}
