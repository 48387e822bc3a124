/**
 * Whatever XGBoost's native library boosts, the only place that may talk to {@code ml.dmlc}: trees, trees with dropout,
 * forests, weights. Trees leave as {@link io.thresher.model.tree.TreeEnsemble}; what is minimised, and how it becomes a
 * prediction, stands in {@code Objective}. Start at {@link io.thresher.model.xgboost.XGBoostFamily}.
 */
@NullMarked
package io.thresher.model.xgboost;

import org.jspecify.annotations.NullMarked;
