package dev.lifeline.softlayer.rest;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lifeline.device.DeviceType;
import dev.lifeline.softlayer.DeviceMapper;
import dev.lifeline.softlayer.InspectionMapper;
import dev.lifeline.softlayer.MaskTree;
import dev.lifeline.softlayer.StatusMapper;
import dev.lifeline.softlayer.UserMapper;
import dev.lifeline.softlayer.password.LoginLookup;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mappers never fail on values of an unexpected type. */
class MappersPropertyTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> SCALARS = List.of(
            "",
            " ",
            "RUNNING",
            "CD",
            "1",
            "-1",
            "99999999999999999999",
            "1.5",
            "NaN",
            "2020-04-27T15:10:56-07:00",
            "2020-02-31T00:00:00Z",
            "+1000000000-01-01T00:00:00Z",
            "\u202e\u0000",
            "'; drop table",
            "x".repeat(5000));

    @Test
    void a_row_of_nonsense_is_read_without_a_failure() {
        qt().withExamples(3000).forAll(longs().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            for (QueryMethod queryMethod : QueryMethod.values())
                readWithEveryMapper(new ApiObject(
                        randomObject(MaskTree.parse(queryMethod.mask().toParameterValue()), random)));
        });
    }

    private static void readWithEveryMapper(ApiObject apiObject) {
        for (DeviceType deviceType : DeviceType.ofProvider()) {
            DeviceMapper.toDevice(deviceType, apiObject);
            StatusMapper.toStatus(deviceType, apiObject);
            InspectionMapper.toInspection(deviceType, apiObject, new LoginLookup.Result(Optional.empty(), true));
        }
        LoginLookup.username(apiObject);
        if (apiObject.id().isEmpty()) return;
        UserMapper.toCloudUser(apiObject, false);
        UserMapper.toCurrentUser(apiObject);
    }

    /** An object with the properties of a mask and random values. */
    private static ObjectNode randomObject(List<MaskTree> roots, Random random) {
        ObjectNode object = JSON.objectNode();
        for (MaskTree root : roots)
            for (MaskTree child : root.children()) object.set(child.name(), randomValue(child, random));
        return object;
    }

    private static JsonNode randomValue(MaskTree tree, Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextLong());
            case 3 -> JSON.numberNode(random.nextDouble() * 1e300);
            case 4 -> JSON.textNode(SCALARS.get(random.nextInt(SCALARS.size())));
            case 5 -> JSON.arrayNode().add(randomObject(List.of(tree), random)).add(JSON.nullNode());
            case 6 -> JSON.objectNode();
            default -> randomObject(List.of(tree), random);
        };
    }
}
