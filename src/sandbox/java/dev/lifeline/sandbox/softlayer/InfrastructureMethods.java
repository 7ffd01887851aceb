package dev.lifeline.sandbox.softlayer;

import dev.lifeline.sandbox.softlayer.query.JsonWriter;
import dev.lifeline.sandbox.softlayer.account.Device;
import dev.lifeline.sandbox.softlayer.account.OperatingSystem;
import dev.lifeline.sandbox.softlayer.query.ApiObject;
import dev.lifeline.sandbox.softlayer.query.MapObject;
import dev.lifeline.sandbox.softlayer.query.SoftLayerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What stands around the devices: locations, VLANs, subnets, packages, billing items, images, dedicated hosts, metrics
 * (src/docs/platform/softlayer.md, section Services of an operator's hour). Of what a new account has none the lists are empty.
 */
final class InfrastructureMethods {

    private static final String IMAGE = "Virtual_Guest_Block_Device_Template_Group";
    private static final List<String> PACKAGES = List.of("BARE_METAL_SERVER", "CLOUD_SERVER", "SUSPEND_CLOUD_SERVER");
    private static final List<OperatingSystem> SYSTEMS = List.of(
            OperatingSystem.CENTOS, OperatingSystem.UBUNTU, OperatingSystem.REDHAT, OperatingSystem.WINDOWS, OperatingSystem.COREOS);
    private static final long FIRST_IMAGE_ID = 3_010_001;

    private InfrastructureMethods() {}

    static MethodRegistry register(MethodRegistry methodRegistry) {
        registerLocations(methodRegistry, "Location");
        registerLocations(methodRegistry, "Location_Datacenter");
        registerNetwork(methodRegistry);
        registerImages(methodRegistry);
        for (String service : List.of("Virtual_Guest", "Hardware", "Hardware_Server")) {
            String device = service.replace("_Server", "");
            methodRegistry.addMethod(service, "getCreateObjectOptions", ServiceMethod.returningScalar(request -> createObjectOptions(device)));
        }
        return methodRegistry
                .addService("Product_Package", request -> findById(packages(), request))
                .addMethod("Product_Package", "getAllObjects", ServiceMethod.returningList("Product_Package", "", request -> packages()))
                .addService("Billing_Item", InfrastructureMethods::findBillingItem)
                .addService("Virtual_DedicatedHost", InfrastructureMethods::findNothing)
                .addService("Metric_Tracking_Object", InfrastructureMethods::findMetric)
                .addMethod("Metric_Tracking_Object", "getBandwidthData", ServiceMethod.returningScalar(request -> noData(request)))
                .addMethod("Metric_Tracking_Object", "getSummaryData", ServiceMethod.returningScalar(request -> noData(request)));
    }

    private static void registerLocations(MethodRegistry methodRegistry, String service) {
        methodRegistry
                .addService(service, request -> findById(datacenters(), request))
                .addMethod(service, "getDatacenters", ServiceMethod.returningList("Location", "", request -> datacenters()));
    }

    private static void registerNetwork(MethodRegistry methodRegistry) {
        methodRegistry
                .addService("Network_Vlan", request -> NetworkObjects.findVlan(request.numericObjectId(), request.callerView())
                        .orElseThrow(() -> SoftLayerException.notFound(request.objectId())))
                .addService("Network_Subnet", request -> NetworkObjects.findSubnet(request.numericObjectId(), request.callerView())
                        .orElseThrow(() -> SoftLayerException.notFound(request.objectId())));
    }

    private static void registerImages(MethodRegistry methodRegistry) {
        methodRegistry
                .addService(IMAGE, request -> findById(publicImages(), request))
                .addMethod(IMAGE, "getPublicImages", ServiceMethod.returningList(IMAGE, "", request -> publicImages()));
    }

    static List<ApiObject> datacenters() {
        return NetworkObjects.DATACENTERS.stream().map(DeviceRelations::datacenter).toList();
    }

    private static List<ApiObject> packages() {
        return LongStream.range(0, PACKAGES.size())
                .mapToObj(number -> (ApiObject) MapObject.ofType("Product_Package")
                        .withProperty("id", 46L + number)
                        .withProperty("keyName", PACKAGES.get((int) number))
                        .withProperty("name", PACKAGES.get((int) number).replace('_', ' '))
                        .withProperty("isActive", 1L)
                        .withProperty("description", "")
                        .withProperty("unitSize", 1L))
                .toList();
    }

    private static List<ApiObject> publicImages() {
        return LongStream.range(0, SYSTEMS.size())
                .mapToObj(number -> (ApiObject) MapObject.ofType(IMAGE)
                        .withProperty("id", FIRST_IMAGE_ID + number)
                        .withProperty("globalIdentifier", SoftwareObjects.nameBasedUuid("template " + number))
                        .withProperty("name", SYSTEMS.get((int) number).referenceCode())
                        .withProperty("publicFlag", 1L)
                        .withProperty("statusId", 1L)
                        .withProperty("note", ""))
                .toList();
    }

    private static ApiObject findById(List<ApiObject> all, ApiRequest request) {
        return all.stream()
                .filter(object -> Long.valueOf(request.numericObjectId()).equals(object.value("id")))
                .findFirst()
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static ApiObject findNothing(ApiRequest request) {
        throw SoftLayerException.notFound(request.objectId());
    }

    /** What a device could be ordered with; each choice is a part of the template that an order takes. */
    private static Map<String, Object> createObjectOptions(String device) {
        Map<String, Object> options = typed("Container_" + device + "_Configuration");
        options.put(
                "datacenters",
                NetworkObjects.DATACENTERS.stream()
                        .map(datacenter -> option(device, "datacenter", named("Location", datacenter.name())))
                        .toList());
        options.put(
                "operatingSystems",
                SYSTEMS.stream()
                        .map(system -> option(device, "operatingSystemReferenceCode", system.referenceCode()))
                        .toList());
        String disks = device.equals("Hardware") ? "hardDrives" : "blockDevices";
        for (String empty : List.of(disks, "networkComponents", "processors")) options.put(empty, List.of());
        if (!device.equals("Hardware")) options.put("memory", List.of());
        return options;
    }

    private static Map<String, Object> option(String device, String property, Object value) {
        Map<String, Object> template = typed(device);
        template.put(property, value);
        Map<String, Object> option = typed("Container_" + device + "_Configuration_Option");
        option.put("template", template);
        return option;
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> object = typed(type);
        object.put("name", name);
        return object;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(JsonWriter.COMPLEX_TYPE, "SoftLayer_" + type);
        return object;
    }

    static ApiObject billingItem(Device device) {
        return MapObject.ofType("Billing_Item")
                .withProperty("id", device.id() + 400_000_000L)
                .withProperty("categoryCode", device.spec().isGuest() ? "guest_core" : "server")
                .withProperty("description", device.spec().memoryGigabytes() + " GB")
                .withProperty("hostName", device.spec().hostname())
                .withProperty("domainName", device.spec().domain())
                .withProperty("resourceTableId", device.id())
                .withProperty("createDate", device.spec().provisionedAt())
                .withProperty("hourlyFlag", true);
    }

    static ApiObject metric(Device device) {
        return MapObject.ofType("Metric_Tracking_Object")
                .withProperty("id", device.id() + 900_000_000L)
                .withProperty("resourceTableId", device.id())
                .withProperty("startDate", device.spec().provisionedAt());
    }

    private static ApiObject findBillingItem(ApiRequest request) {
        return findDevice(request, 400_000_000L).map(InfrastructureMethods::billingItem)
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static ApiObject findMetric(ApiRequest request) {
        return findDevice(request, 900_000_000L).map(InfrastructureMethods::metric)
                .orElseThrow(() -> SoftLayerException.notFound(request.objectId()));
    }

    private static List<?> noData(ApiRequest request) {
        findMetric(request);
        return List.of();
    }

    private static Optional<Device> findDevice(ApiRequest request, long offset) {
        return request.fakeAccount()
                .fleet()
                .findById(request.numericObjectId() - offset)
                .filter(request.callerView()::canSee);
    }
}
