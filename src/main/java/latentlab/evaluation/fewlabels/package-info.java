/**
 * What an encoder that was trained without labels is worth when few labels are known: a small
 * classifier is fitted to the codes of the labelled images, and measured beside the same classifier
 * on raw pixels, and the label of the nearest labelled image.
 *
 * <p>The images without labels help in the same way with codes and with pixels, before the
 * classifier is fitted. Labels are propagated over the graph of nearest neighbours (Zhu and
 * Ghahramani, "Learning from Labeled and Unlabeled Data with Label Propagation", 2002, section
 * 2.2): with W the weights of the edges and F [images, classes] the beliefs,
 *
 * <pre>{@code
 * repeat   F = D^-1 W F,   then set the rows of labelled images to their labels
 * W_ij = exp(-|x_i - x_j|^2 / (s_i s_j)),   s_i the distance to the k-th neighbour
 * }</pre>
 *
 * <p>The local widths s are those of Zelnik-Manor and Perona ("Self-Tuning Spectral Clustering",
 * 2004). W is made symmetric by adding its transpose. At the end each class is scaled to the same
 * mass (their section 2.4, for balanced classes) and each row to the sum 1. The labels of the more
 * certain images are then taken for true in the fit of the classifier (pseudo-labels: Lee 2013).
 *
 * <p>Codes are centred, and all dimensions divided by one deviation, the root of the mean variance:
 * a dimension that carries nothing stays small.
 *
 * <p>Start at {@link latentlab.evaluation.fewlabels.FewLabels}.
 */
@NullMarked
package latentlab.evaluation.fewlabels;

import org.jspecify.annotations.NullMarked;
