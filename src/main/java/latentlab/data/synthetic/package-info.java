/**
 * Handwritten-looking digits that the program draws itself, with everything that made each one
 * beside it: known ground truth for a latent space.
 *
 * <p>Start at {@link latentlab.data.synthetic.SyntheticDigits}. A digit is a {@link
 * latentlab.data.synthetic.WritingStyle} out of the {@link latentlab.data.synthetic.StyleCatalog}
 * (hand-made pen strokes), bent and shaped by {@link latentlab.data.synthetic.DigitFactors}, drawn
 * with a round soft pen and framed as MNIST frames its digits (LeCun, Bottou, Bengio and Haffner
 * 1998): fitted into a box of 20x20 pixels, placed by centre of mass in 28x28.
 *
 * <p>No picture of MNIST is stored here or was used to make a stroke. General statistics of MNIST
 * (ink, thickness, slant and width of its digits) guided the ranges.
 */
@NullMarked
package latentlab.data.synthetic;

import org.jspecify.annotations.NullMarked;
