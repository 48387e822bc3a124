/**
 * Which database the service runs on, and its sessions for whoever injects them.
 * No tables and no queries: those are with their features. Start at {@link io.thresher.server.database.DatabaseChoice}.
 */
@NullMarked
package io.thresher.server.database;

import org.jspecify.annotations.NullMarked;
