/**
 * Small images with labels: where they come from and how they are read.
 *
 * <p>Start at {@link latentlab.data.Dataset}, which is made of {@link latentlab.data.ImageSet}s;
 * what leaves a data set for a model is an {@link latentlab.data.ImageBatch}. {@link
 * latentlab.data.catalog.DatasetCatalog} is where data sets are got by name; the packages below are
 * where they come from and how images become files.
 */
@NullMarked
package latentlab.data;

import org.jspecify.annotations.NullMarked;
