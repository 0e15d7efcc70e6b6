/**
 * IDX, the file format in which MNIST and its relatives are published.
 *
 * <p>{@link latentlab.data.idx.IdxFile} reads one file of images or of labels.
 */
@NullMarked
package latentlab.data.idx;

import org.jspecify.annotations.NullMarked;
