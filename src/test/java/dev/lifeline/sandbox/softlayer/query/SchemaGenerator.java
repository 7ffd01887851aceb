package dev.lifeline.sandbox.softlayer.query;

import com.softlayer.api.annotation.ApiProperty;
import com.softlayer.api.annotation.ApiType;
import com.softlayer.api.annotation.ApiTypes;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Generates {@code schema.txt} from the provider's own client. Run {@link #main} to print it. */
final class SchemaGenerator {

    /** The types that the fake shows; masks through other types are not checked, because the client is older than they are. */
    private static final List<String> INCLUDED_TYPES = List.of(
            "Account",
            "Billing_Item",
            "Container_Search_ObjectType",
            "Container_Search_ObjectType_Property",
            "Container_Search_Result",
            "Device_Status",
            "Entity",
            "Event_Log",
            "Hardware",
            "Hardware_Component_RemoteManagement_Command",
            "Hardware_Component_RemoteManagement_Command_Request",
            "Hardware_Server",
            "Hardware_State",
            "Hardware_Status",
            "Location",
            "Location_Datacenter",
            "Metric_Tracking_Object",
            "Network_Subnet",
            "Network_Vlan",
            "Notification_Occurrence_Event",
            "Notification_Occurrence_Resource",
            "Product_Package",
            "Provisioning_Version1_Transaction",
            "Provisioning_Version1_Transaction_Group",
            "Provisioning_Version1_Transaction_Status",
            "Search",
            "Software_Component",
            "Software_Component_OperatingSystem",
            "Software_Component_Password",
            "Software_Description",
            "Software_License",
            "Tag",
            "Tag_Reference",
            "Ticket",
            "Ticket_Status",
            "Ticket_Subject",
            "Ticket_Update",
            "User_Customer",
            "User_Customer_CustomerPermission_Permission",
            "User_Customer_Status",
            "User_Interface",
            "User_Permission_Action",
            "User_Permission_Department",
            "User_Permission_Group",
            "User_Permission_Role",
            "Virtual_DedicatedHost",
            "Virtual_Disk_Image",
            "Virtual_Disk_Image_Type",
            "Virtual_Guest",
            "Virtual_Guest_Block_Device",
            "Virtual_Guest_Block_Device_Status",
            "Virtual_Guest_Block_Device_Template_Group",
            "Virtual_Guest_Power_State",
            "Virtual_Guest_Status",
            "Virtual_Guest_Type",
            "Virtual_Storage_Repository");

    private SchemaGenerator() {}

    public static void main(String[] ignored) throws ClassNotFoundException {
        schemaLines().forEach(System.out::println);
    }

    static List<String> schemaLines() throws ClassNotFoundException {
        Class<?>[] types = Class.forName("com.softlayer.api.service.package-info")
                .getAnnotation(ApiTypes.class)
                .value();
        Map<String, Class<?>> byName = Arrays.stream(types)
                .collect(Collectors.toMap(SchemaGenerator::typeName, type -> type, (a, b) -> a, TreeMap::new));
        return INCLUDED_TYPES.stream()
                .map(name -> byName.get("SoftLayer_" + name))
                .filter(type -> type != null)
                .flatMap(SchemaGenerator::describe)
                .toList();
    }

    private static Stream<String> describe(Class<?> type) {
        ApiType parent = type.getSuperclass().getAnnotation(ApiType.class);
        String head = typeName(type) + (parent == null ? "" : " < " + parent.value());
        return Stream.concat(
                Stream.of(head),
                Arrays.stream(type.getDeclaredFields())
                        .filter(field -> field.isAnnotationPresent(ApiProperty.class))
                        .sorted(Comparator.comparing(Field::getName))
                        .map(SchemaGenerator::describe));
    }

    private static String describe(Field field) {
        ApiProperty property = field.getAnnotation(ApiProperty.class);
        String name = property.value().isEmpty() ? field.getName() : property.value();
        return "  " + (property.canBeNullOrNotSet() ? "- " : "+ ") + name + " " + typeName(field.getGenericType());
    }

    private static String typeName(Type type) {
        if (type instanceof ParameterizedType list) return "[" + typeName(list.getActualTypeArguments()[0]) + "]";
        Class<?> plain = (Class<?>) type;
        ApiType named = plain.getAnnotation(ApiType.class);
        return named == null ? plain.getSimpleName() : named.value();
    }
}
