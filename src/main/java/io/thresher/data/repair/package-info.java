/**
 * What can be done to a table to repair it, as a list of steps that can be read, changed and undone. What is wrong with a
 * table is found in {@code data.issue}; how the steps become part of a model stands in {@code pipeline}. Start at
 * {@link io.thresher.data.repair.RepairStep}.
 */
@NullMarked
package io.thresher.data.repair;

import org.jspecify.annotations.NullMarked;
