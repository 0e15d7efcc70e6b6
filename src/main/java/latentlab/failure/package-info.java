/**
 * Failures that are told to the user in one line: what was wrong, where, and what was expected.
 *
 * <p>{@link latentlab.failure.UserException} is the root. Everything else that is thrown is a
 * defect of the program.
 */
@NullMarked
package latentlab.failure;

import org.jspecify.annotations.NullMarked;
