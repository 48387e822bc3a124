/**
 * The command line of the application; without arguments it serves.
 * Start at {@link io.thresher.server.cli.ThresherCommand}.
 */
@NullMarked
package io.thresher.server.cli;

import org.jspecify.annotations.NullMarked;
