package dev.lifeline.approval;

import dev.lifeline.device.Device;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule matches now, for an operator.
 *
 * @param devices the devices that its conditions on devices match
 * @param deviceCount number of devices in the account
 * @param decision what it decides, and who the approvers are
 * @param warnings a sentence for each thing that is probably not meant, with what to change
 */
public record RuleReview(
        String ruleName, List<Device> devices, int deviceCount, String decision, List<String> warnings) {

    private static final int MAX_NAMES = 5;

    public RuleReview {
        devices = List.copyOf(devices);
        warnings = List.copyOf(warnings);
    }

    /** One line: how many devices it matches, the first five of them, and what it decides. */
    public String summary() {
        String names = devices.stream().limit(MAX_NAMES).map(Device::label).collect(Collectors.joining(", "));
        String more = devices.size() > MAX_NAMES ? " and " + (devices.size() - MAX_NAMES) + " more" : "";
        return "matches " + devices.size() + " of " + deviceCount + " devices now"
                + (devices.isEmpty() ? "" : " (" + names + more + ")") + "; " + decision;
    }
}
