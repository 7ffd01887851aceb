package dev.lifeline.sandbox.classic;

import dev.lifeline.sandbox.classic.query.ApiError;
import dev.lifeline.sandbox.classic.world.Kind;
import java.util.List;
import java.util.function.Consumer;

/** What can be asked and this small account has none of: lists are empty, objects null, as the provider answers then. */
final class Blanks {

    private static final String OF_DEVICES = "getCurrentBillingDetail getFirewallProtectableSubnets "
            + "getNetworkComponentFirewallProtectableIpAddresses getReverseDomainRecords";

    private Blanks() {}

    static Methods addTo(Methods methods) {
        account(methods);
        guests(methods);
        servers(methods, "Hardware");
        servers(methods, "Hardware_Server");
        users(methods);
        return lists(methods, "Virtual_Disk_Image", request -> {}, "getAvailableBootModes");
    }

    private static void account(Methods methods) {
        lists(
                methods,
                "Account",
                request -> {},
                "getActiveOutletPackages getActivePackages getActivePrivateHostedCloudPackages getAuxiliaryNotifications "
                        + "getHardwarePools getNetAppActiveAccountLicenseKeys getNextInvoiceZeroFeeItemCounts "
                        + "getPendingCreditCardChangeRequestData getReferralPartnerCommissionForecast "
                        + "getReferralPartnerCommissionHistory getReferralPartnerCommissionPending "
                        + "getSharedBlockDeviceTemplateGroups getThirdPartyPoliciesAcceptanceStatus "
                        + "getValidSecurityCertificateEntries getVmWareActiveAccountLicenseKeys getWindowsUpdateStatus");
        objects(methods, "Account", request -> {}, "getAlternateCreditCardData");
    }

    private static void guests(Methods methods) {
        Consumer<Request> seen = request -> request.device(Kind.VIRTUAL_GUEST);
        lists(
                methods,
                "Virtual_Guest",
                seen,
                OF_DEVICES + " getAvailableBlockDevicePositions getConsoleAccessLog getPendingMaintenanceActions");
        objects(
                methods,
                "Virtual_Guest",
                seen,
                "getBootMode getBootOrder getCoreRestrictedOperatingSystemPrice getCurrentBillingTotal "
                        + "getDriveRetentionItemPrice getFirstAvailableBlockDevicePosition");
        objects(methods, "Virtual_Guest", request -> {}, "getCreateObjectOptions");
    }

    private static void servers(Methods methods, String service) {
        Consumer<Request> seen = request -> request.device(Kind.HARDWARE);
        lists(
                methods,
                service,
                seen,
                OF_DEVICES + " getAvailableBillingTermChangePrices getBootModeOptions getPMInfo getSensorData "
                        + "getServerFanSpeedGraphs getServerTemperatureGraphs getTransactionHistory getUpgradeItemPrices "
                        + "getWindowsUpdateAvailableUpdates getWindowsUpdateInstalledUpdates");
        objects(
                methods,
                service,
                seen,
                "getComponentDetailsXML getCurrentBenchmarkCertificationResultFile getCurrentBillingTotal "
                        + "getManagementNetworkComponent getPrimaryDriveSize getPrivateBandwidthDataSummary "
                        + "getPrivateNetworkComponent getPrivateVlan getPublicBandwidthDataSummary getPublicNetworkComponent "
                        + "getPublicVlan getSensorDataWithGraphs getServerDetails getWindowsUpdateStatus");
        objects(methods, service, request -> {}, "getCreateObjectOptions");
    }

    private static void users(Methods methods) {
        lists(
                methods,
                "User_Customer",
                UserMethods::user,
                "getAllowedDedicatedHostIds getPreferenceTypes getSupportedLocales");
        lists(methods, "User_Customer", request -> {}, "getActiveExternalAuthenticationVendors");
        objects(
                methods,
                "User_Customer",
                UserMethods::user,
                "getOpenIdConnectMigrationState getSupportPolicyDocument getSupportPolicyName");
        for (String token : List.of("getAgentImpersonationToken", "getImpersonationToken"))
            methods.method("User_Customer", token, Method.order(request -> {
                throw ApiError.notPermitted();
            }));
    }

    private static Methods lists(Methods methods, String service, Consumer<Request> check, String names) {
        return add(methods, service, names, request -> {
            check.accept(request);
            return List.of();
        });
    }

    private static void objects(Methods methods, String service, Consumer<Request> check, String names) {
        add(methods, service, names, request -> {
            check.accept(request);
            return null;
        });
    }

    private static Methods add(Methods methods, String service, String names, Method.Action action) {
        for (String name : names.split(" ")) methods.method(service, name, Method.scalar(action));
        return methods;
    }
}
