/**
 * The data sets that can be had on this machine, by name.
 *
 * <p>Start at {@link latentlab.data.catalog.DatasetCatalog}, which knows the embedded synthetic
 * digits, the folders of the user and what was downloaded.
 */
@NullMarked
package latentlab.data.catalog;

import org.jspecify.annotations.NullMarked;
