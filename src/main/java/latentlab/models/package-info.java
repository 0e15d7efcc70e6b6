/**
 * What a generative model is, what it can do, and where the families of models are found.
 *
 * <p>Start at {@link latentlab.models.GenerativeModel}. What a model can do beyond being trained is
 * told by the capability interfaces that it implements: {@link latentlab.models.LatentSpace},
 * {@link latentlab.models.Encoder}, {@link latentlab.models.Reconstructor}, {@link
 * latentlab.models.PriorSampler}, {@link latentlab.models.EvidenceBound}, {@link
 * latentlab.models.ConditionalSampler}, {@link latentlab.models.Inverter}, {@link
 * latentlab.models.ImageTranslator}, {@link latentlab.models.denoising.StepwiseSampler}. Tabs and
 * commands ask for these, never for the name of a family.
 *
 * <p>A family is one folder below this one with a {@link latentlab.models.ModelFamily} that carries
 * {@code @AutoService(ModelFamily.class)}; {@link latentlab.models.ModelFamilies} finds it, and
 * nothing else is edited.
 */
@NullMarked
package latentlab.models;

import org.jspecify.annotations.NullMarked;
