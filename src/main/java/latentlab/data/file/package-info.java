/**
 * Files from outside, which are hostile until checked.
 *
 * <p>{@link latentlab.data.file.CheckedInput} is what every reader of the data layer reads through.
 */
@NullMarked
package latentlab.data.file;

import org.jspecify.annotations.NullMarked;
