/**
 * What a dataset looks like, and how much each column tells of a target: found once, stored, shown. The figures themselves
 * are computed in {@code io.thresher.data.profile} and {@code io.thresher.data.association}. Start at
 * {@link io.thresher.server.profile.Profiles}.
 */
@NullMarked
package io.thresher.server.profile;

import org.jspecify.annotations.NullMarked;
