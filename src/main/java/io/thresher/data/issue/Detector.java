package io.thresher.data.issue;

import java.util.List;

/** Looks for one thing that can be wrong. */
interface Detector {

    /** What was found; nothing if all is well. */
    List<DataIssue> find(Inspection inspection);
}
