/**
 * Layers that read a sequence step by step. Start at {@link
 * latentlab.engine.layers.recurrent.GatedRecurrentUnit}.
 *
 * <p>A sequence is an image whose rows are its steps: {@code height} steps of {@code width *
 * channels} values. {@link latentlab.engine.layers.recurrent.Repetition} makes one of a vector. A
 * dense layer on each step is a {@link latentlab.engine.layers.convolution.Convolution} with a
 * kernel of 1 on a sequence of width 1.
 *
 * <p>Inside, memory is step-major: all rows of the batch at one step are one matrix, and all steps
 * together are one matrix too, so that the products that do not depend on the step before are done
 * for all steps at once.
 */
@NullMarked
package latentlab.engine.layers.recurrent;

import org.jspecify.annotations.NullMarked;
