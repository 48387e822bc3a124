/** Thresher: a table and a target in, a leaderboard and one ONNX file out. */
@org.jspecify.annotations.NullMarked
package io.thresher;
