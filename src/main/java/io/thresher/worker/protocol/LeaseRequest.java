package io.thresher.worker.protocol;

import java.util.List;

/**
 * A worker asks for a trial.
 *
 * @param worker its name
 * @param devices what it has found out of a GPU so far, a sentence a library; nothing where there is none
 */
public record LeaseRequest(String worker, List<String> devices) {
    public LeaseRequest {
        devices = List.copyOf(devices);
    }
}
