/**
 * What the forms of several tabs are made of.
 *
 * <p>Start at {@link latentlab.ui.form.FormRows}; {@link latentlab.ui.form.SeedField} is a field
 * for a seed.
 */
@NullMarked
package latentlab.ui.form;

import org.jspecify.annotations.NullMarked;
