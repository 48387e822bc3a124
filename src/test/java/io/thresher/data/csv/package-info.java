@NullMarked
package io.thresher.data.csv;

import org.jspecify.annotations.NullMarked;
