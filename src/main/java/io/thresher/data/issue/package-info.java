/**
 * What is wrong with a table, or may be: leaks, faulty rows and columns, awkward targets, order and groups. Each finding
 * proposes what to do; how that is done stands in {@code data.repair} and {@code pipeline}. Start at {@link io.thresher.data.issue.DataIssues}.
 */
@NullMarked
package io.thresher.data.issue;

import org.jspecify.annotations.NullMarked;
