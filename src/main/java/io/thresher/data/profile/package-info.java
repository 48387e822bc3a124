/**
 * What a dataset looks like: every column by itself, columns that go together, values that are missing together.
 * Facts only; what is wrong with a dataset is judged elsewhere, and nothing here changes one.
 * Start at {@link io.thresher.data.profile.DatasetProfile} and {@link io.thresher.data.profile.ProfileFile}.
 */
@NullMarked
package io.thresher.data.profile;

import org.jspecify.annotations.NullMarked;
