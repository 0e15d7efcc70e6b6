/**
 * What explains the window to those who see it for the first time: a popover for each tab with the
 * mathematics behind it, and six sentences at the very first start.
 *
 * <p>Start at {@link latentlab.ui.help.HelpButton} and {@link latentlab.ui.help.FirstSteps}.
 */
@NullMarked
package latentlab.ui.help;

import org.jspecify.annotations.NullMarked;
