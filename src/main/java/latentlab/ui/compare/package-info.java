/**
 * The tab that shows all stored models beside each other: the same image as each of them sees it,
 * what they draw from the same seed, and what was measured of them.
 *
 * <p>Start at {@link latentlab.ui.compare.CompareTab}. The pictures are made by {@link
 * latentlab.ui.compare.PicturesViewModel}, the table by {@link
 * latentlab.ui.compare.FiguresViewModel}.
 */
@NullMarked
package latentlab.ui.compare;

import org.jspecify.annotations.NullMarked;
