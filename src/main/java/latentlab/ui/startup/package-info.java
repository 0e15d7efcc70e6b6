/**
 * What happens behind the first sight of the window: the numeric engine is loaded, the families are
 * found, and the model that came with the program is opened.
 *
 * <p>Start at {@link latentlab.ui.startup.StartupViewModel}. Nothing here needs a toolkit.
 */
@NullMarked
package latentlab.ui.startup;

import org.jspecify.annotations.NullMarked;
