/**
 * A data set as a folder: of IDX files under the names that MNIST gave them, or of pictures in one
 * folder for each class.
 *
 * <p>Start at {@link latentlab.data.folder.DatasetFolder}; {@code ClassFolders} are the pictures.
 */
@NullMarked
package latentlab.data.folder;

import org.jspecify.annotations.NullMarked;
