/**
 * The service: REST, pages and the database around the plain Java below; one folder a feature.
 * In this folder itself: settings, pages of lists and problems, which know no feature.
 * Start at {@link io.thresher.server.ThresherConfig} and {@link io.thresher.server.Problem}.
 */
@NullMarked
package io.thresher.server;

import org.jspecify.annotations.NullMarked;
