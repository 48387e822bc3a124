/** Tests of how columns become features. */
@NullMarked
package io.thresher.pipeline;

import org.jspecify.annotations.NullMarked;
