/**
 * The tab that shows the grid of codes for which an image stands, and lets one swap them.
 *
 * <p>Start at {@link latentlab.ui.codes.CodesTab}; what it does is in {@link
 * latentlab.ui.codes.CodesViewModel}.
 */
@NullMarked
package latentlab.ui.codes;

import org.jspecify.annotations.NullMarked;
