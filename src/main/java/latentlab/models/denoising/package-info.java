/**
 * How images are made by taking noise away step by step, whatever network predicts the image.
 *
 * <p>A clean image x_0, with pixels from -1 to 1, becomes noisier in T steps (Ho, Jain and Abbeel
 * 2020, equation 4), where abar(t) falls from abar(0) = 1 to nearly 0:
 *
 * <pre>{@code
 * x_t = sqrt(abar(t)) x_0 + sqrt(1 - abar(t)) e,   e ~ N(0, I)
 * }</pre>
 *
 * <p>A predictor tells for x_t and t which image it expects. A sampler goes from x_t to x_s, with s
 * below t, by a sum of x_t, that image, perhaps the image predicted one step before, and new noise.
 *
 * <p>Start at {@link latentlab.models.denoising.StepwiseSampler}, what a model offers, and {@link
 * latentlab.models.denoising.ImageDiffusion}, which does the work. {@link
 * latentlab.models.denoising.NoiseSchedule} holds abar, {@link
 * latentlab.models.denoising.SamplerType} the ways from step to step.
 */
@NullMarked
package latentlab.models.denoising;

import org.jspecify.annotations.NullMarked;
