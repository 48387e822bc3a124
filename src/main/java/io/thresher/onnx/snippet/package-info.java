/**
 * Programs that predict with an exported file, written for the columns and classes of that file.
 * They use nothing of Thresher; how this service is asked over REST is one of them.
 * Start at {@link io.thresher.onnx.snippet.Snippets}.
 */
@NullMarked
package io.thresher.onnx.snippet;

import org.jspecify.annotations.NullMarked;
