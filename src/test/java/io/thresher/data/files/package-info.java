@NullMarked
package io.thresher.data.files;

import org.jspecify.annotations.NullMarked;
