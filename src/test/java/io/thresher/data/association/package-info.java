@NullMarked
package io.thresher.data.association;

import org.jspecify.annotations.NullMarked;
