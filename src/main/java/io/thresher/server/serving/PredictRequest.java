package io.thresher.server.serving;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows to predict.
 *
 * @param rows column to value: text, number, true or false; null or absent where missing
 */
public record PredictRequest(@NotNull List<@NotNull Map<String, @Nullable Object>> rows) {}
