/**
 * The pages: each a real address, readable without JavaScript; the elements in {@code resources/web} make parts live.
 * Asks the same feature classes as REST and only brings what they tell into words; decides nothing.
 * Start at {@link io.thresher.server.web.PageResource}.
 */
@NullMarked
package io.thresher.server.web;

import org.jspecify.annotations.NullMarked;
