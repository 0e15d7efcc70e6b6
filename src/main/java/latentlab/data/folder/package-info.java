/**
 * A data set as a folder of IDX files under the names that MNIST gave them.
 *
 * <p>Start at {@link latentlab.data.folder.DatasetFolder}.
 */
@NullMarked
package latentlab.data.folder;

import org.jspecify.annotations.NullMarked;
