package io.thresher.space;

/**
 * Something in a configuration that its search space does not allow.
 *
 * @param parameter name of the parameter it is about
 * @param message what is wrong and what would be accepted
 */
public record ConfigurationFault(String parameter, String message) {}
