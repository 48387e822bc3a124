/** Systems of linear equations, for those who solve them: the search's Gaussian process and second layers of ensembles. */
@NullMarked
package io.thresher.algebra;

import org.jspecify.annotations.NullMarked;
