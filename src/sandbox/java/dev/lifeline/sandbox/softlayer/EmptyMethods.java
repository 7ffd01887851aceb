package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import dev.lifeline.sandbox.softlayer.account.DeviceType;
import java.util.List;
import java.util.function.Consumer;

/** Registers the methods for which the account has no data, as the provider answers: an empty list, null, or a refusal. */
final class EmptyMethods {

    private static final String COMMON_DEVICE_METHODS = "getCurrentBillingDetail getFirewallProtectableSubnets "
            + "getNetworkComponentFirewallProtectableIpAddresses getReverseDomainRecords";

    private EmptyMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        registerAccount(methodRegistry);
        registerGuests(methodRegistry);
        registerHardware(methodRegistry, "Hardware");
        registerHardware(methodRegistry, "Hardware_Server");
        registerUsers(methodRegistry);
        return registerEmptyLists(methodRegistry, "Virtual_Disk_Image", apiRequest -> {}, "getAvailableBootModes");
    }

    private static void registerAccount(MethodRegistry methodRegistry) {
        registerEmptyLists(
                methodRegistry,
                "Account",
                apiRequest -> {},
                "getActiveOutletPackages getActivePackages getActivePrivateHostedCloudPackages getAuxiliaryNotifications "
                        + "getHardwarePools getNetAppActiveAccountLicenseKeys getNextInvoiceZeroFeeItemCounts "
                        + "getPendingCreditCardChangeRequestData getReferralPartnerCommissionForecast "
                        + "getReferralPartnerCommissionHistory getReferralPartnerCommissionPending "
                        + "getSharedBlockDeviceTemplateGroups getThirdPartyPoliciesAcceptanceStatus "
                        + "getValidSecurityCertificateEntries getVmWareActiveAccountLicenseKeys getWindowsUpdateStatus");
        registerNullObjects(methodRegistry, "Account", apiRequest -> {}, "getAlternateCreditCardData");
    }

    private static void registerGuests(MethodRegistry methodRegistry) {
        Consumer<ApiRequest> requireDevice = apiRequest -> apiRequest.device(DeviceType.VIRTUAL_GUEST);
        registerEmptyLists(
                methodRegistry,
                "Virtual_Guest",
                requireDevice,
                COMMON_DEVICE_METHODS + " getAvailableBlockDevicePositions getConsoleAccessLog getPendingMaintenanceActions");
        registerNullObjects(
                methodRegistry,
                "Virtual_Guest",
                requireDevice,
                "getBootMode getBootOrder getCoreRestrictedOperatingSystemPrice getCurrentBillingTotal "
                        + "getDriveRetentionItemPrice getFirstAvailableBlockDevicePosition");
    }

    private static void registerHardware(MethodRegistry methodRegistry, String service) {
        Consumer<ApiRequest> requireDevice = apiRequest -> apiRequest.device(DeviceType.HARDWARE);
        registerEmptyLists(
                methodRegistry,
                service,
                requireDevice,
                COMMON_DEVICE_METHODS + " getAvailableBillingTermChangePrices getBootModeOptions getPMInfo getSensorData "
                        + "getServerFanSpeedGraphs getServerTemperatureGraphs getTransactionHistory getUpgradeItemPrices "
                        + "getWindowsUpdateAvailableUpdates getWindowsUpdateInstalledUpdates");
        registerNullObjects(
                methodRegistry,
                service,
                requireDevice,
                "getComponentDetailsXML getCurrentBenchmarkCertificationResultFile getCurrentBillingTotal "
                        + "getManagementNetworkComponent getPrimaryDriveSize getPrivateBandwidthDataSummary "
                        + "getPrivateNetworkComponent getPrivateVlan getPublicBandwidthDataSummary getPublicNetworkComponent "
                        + "getPublicVlan getSensorDataWithGraphs getServerDetails getWindowsUpdateStatus");
    }

    private static void registerUsers(MethodRegistry methodRegistry) {
        registerEmptyLists(
                methodRegistry,
                "User_Customer",
                UserMethods::requireUser,
                "getAllowedDedicatedHostIds getPreferenceTypes getSupportedLocales");
        registerEmptyLists(methodRegistry, "User_Customer", apiRequest -> {}, "getActiveExternalAuthenticationVendors");
        registerNullObjects(
                methodRegistry,
                "User_Customer",
                UserMethods::requireUser,
                "getOpenIdConnectMigrationState getSupportPolicyDocument getSupportPolicyName");
        for (String token : List.of("getAgentImpersonationToken", "getImpersonationToken"))
            methodRegistry.addMethod("User_Customer", token, ServiceMethod.command(request -> {
                throw SoftLayerException.permissionDenied();
            }));
    }

    private static MethodRegistry registerEmptyLists(MethodRegistry methodRegistry, String service, Consumer<ApiRequest> check, String methodNames) {
        return registerAll(methodRegistry, service, methodNames, apiRequest -> {
            check.accept(apiRequest);
            return List.of();
        });
    }

    private static void registerNullObjects(MethodRegistry methodRegistry, String service, Consumer<ApiRequest> check, String methodNames) {
        registerAll(methodRegistry, service, methodNames, apiRequest -> {
            check.accept(apiRequest);
            return null;
        });
    }

    private static MethodRegistry registerAll(MethodRegistry methodRegistry, String service, String methodNames, ServiceMethod.Handler handler) {
        for (String name : methodNames.split(" ")) methodRegistry.addMethod(service, name, ServiceMethod.returningScalar(handler));
        return methodRegistry;
    }
}
