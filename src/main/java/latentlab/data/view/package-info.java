/**
 * Parts of a data set that are data sets of their own: some of its classes, or its two ends by a
 * measured property, such as thin and thick handwriting.
 *
 * <p>Start at {@link latentlab.data.view.DatasetSelection}.
 */
@NullMarked
package latentlab.data.view;

import org.jspecify.annotations.NullMarked;
