@NullMarked
package io.thresher.data.issue;

import org.jspecify.annotations.NullMarked;
