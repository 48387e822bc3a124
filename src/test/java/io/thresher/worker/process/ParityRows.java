package io.thresher.worker.process;

import io.thresher.data.Table;
import io.thresher.data.Target;

/**
 * Rows on which a file and the pipelines it was made of are compared.
 *
 * @param training rows to learn from
 * @param target what they should give
 * @param others rows to predict, with words and numbers that training rows do not have
 */
record ParityRows(Table training, Target target, Table others) {}
