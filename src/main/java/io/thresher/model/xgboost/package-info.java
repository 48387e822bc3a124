/**
 * Gradient-boosted trees by XGBoost's native library, the only place that may talk to {@code ml.dmlc}.
 * Trees leave as {@link io.thresher.model.tree.TreeEnsemble}. Start at {@link io.thresher.model.xgboost.XGBoostFamily}.
 */
@NullMarked
package io.thresher.model.xgboost;

import org.jspecify.annotations.NullMarked;
