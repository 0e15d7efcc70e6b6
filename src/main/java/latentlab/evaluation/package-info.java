/**
 * What a finished model is worth, in numbers.
 *
 * <p>Start at {@link latentlab.evaluation.Evaluation}, which measures whatever the capabilities of
 * a model allow; {@link latentlab.evaluation.Metrics} says what each number means.
 */
@NullMarked
package latentlab.evaluation;

import org.jspecify.annotations.NullMarked;
