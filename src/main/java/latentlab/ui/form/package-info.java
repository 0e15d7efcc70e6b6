/**
 * What the forms of several tabs are made of.
 *
 * <p>Start at {@link latentlab.ui.form.FormRows}; {@link latentlab.ui.form.SeedField} is a field
 * for a seed, {@link latentlab.ui.form.FormSide} is what a form stands in, and {@link
 * latentlab.ui.form.HelpLine} the line at the foot of a tab.
 */
@NullMarked
package latentlab.ui.form;

import org.jspecify.annotations.NullMarked;
