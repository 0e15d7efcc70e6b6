/**
 * CycleGAN: translates images between two sets without pairs of them, such as thin and thick
 * handwriting (Zhu, Park, Isola and Efros, "Unpaired Image-to-Image Translation using
 * Cycle-Consistent Adversarial Networks", ICCV 2017).
 *
 * <p>The sets X and Y are the images of the two classes. A generator G draws an image of X as one
 * of Y, another one F the way back, and a discriminator of each set tells its images from drawn
 * ones. With pixels from -1 to 1 and |.| the mean of the absolute values,
 *
 * <pre>{@code
 * generators      L = (D_Y(G(x)) - 1)^2 + (D_X(F(y)) - 1)^2          (section 4, least squares)
 *                   + lambda (|F(G(x)) - x| + |G(F(y)) - y|)          (equation 2)
 *                   + lambda w (|G(y) - y| + |F(x) - x|)              (section 5.2, identity)
 * discriminators  L = 1/2 ((D_Y(y) - 1)^2 + D_Y(G(x))^2) + 1/2 ((D_X(x) - 1)^2 + D_X(F(y))^2)
 * }</pre>
 *
 * <p>with lambda = 10 and w = 0.5, as means over the images. What the discriminators learn from as
 * drawn images comes out of a buffer of 50 older ones with probability 1/2 (section 4, after
 * Shrivastava et al. 2017).
 *
 * <p>As in the paper the generators are strided convolutions, residual blocks and transposed
 * convolutions with instance normalisation, which is a group normalisation whose groups are single
 * channels; the discriminators look at overlapping patches, and their judgement is the mean over
 * the patches. Deviations, because the images here are small: there is one convolution with stride
 * 2 instead of a convolution of 7x7 and two with stride 2; there are three residual blocks instead
 * of six or nine; convolutions are padded with zeros; a discriminator has two strides of 2, so that
 * a patch is 18 pixels wide, enough for a stroke and its surroundings, and too little to know the
 * digit, of which the thin and the thick have equally many anyway. A step takes equally many images
 * of both sets. Weights are drawn by He's rule; the learning rate follows a schedule that is
 * constant by default.
 *
 * <p>Start at {@link latentlab.models.cyclegan.CycleGanFamily}; a step is in {@link
 * latentlab.models.cyclegan.Direction}.
 */
@NullMarked
package latentlab.models.cyclegan;

import org.jspecify.annotations.NullMarked;
