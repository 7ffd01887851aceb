package dev.lifeline.sandbox.softlayer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.Set;

/**
 * What is modelled, and what exists and is not.
 *
 * @param modelled method names by service
 * @param methodsNotModelled methods that the modelled services have too, by service
 */
record MethodInventory(
        Map<String, Set<String>> modelled,
        @JsonProperty("methods_not_modelled") Map<String, Set<String>> methodsNotModelled,
        @JsonProperty("services_not_modelled") Set<String> servicesNotModelled) {}
