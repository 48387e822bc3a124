@NullMarked
package io.thresher.data;

import org.jspecify.annotations.NullMarked;
