package io.thresher.server.searchjob;

import org.jspecify.annotations.Nullable;

/**
 * A trial that a user picked to be delivered, as it is stored.
 *
 * @param delivered what it is
 * @param model the name under which it is registered
 * @param version of that model
 * @param holdoutRows rows that no trial saw and that scored it, if the job keeps any
 * @param holdoutScore its score on them, in the metric's own direction
 */
record HandPick(
        DeliveredResponse delivered,
        String model,
        int version,
        @Nullable Integer holdoutRows,
        @Nullable Double holdoutScore) {}
