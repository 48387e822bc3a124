/** Tests of {@code io.thresher.worker.process}, and of every family's exported file on odd tables. */
@NullMarked
package io.thresher.worker.process;

import org.jspecify.annotations.NullMarked;
