/**
 * What is wrong with a dataset, for a target: found once, stored, shown. The finding itself stands in
 * {@code io.thresher.data.issue}, what is done about it in {@code recipe}. Start at {@link io.thresher.server.issue.Issues}.
 */
@NullMarked
package io.thresher.server.issue;

import org.jspecify.annotations.NullMarked;
