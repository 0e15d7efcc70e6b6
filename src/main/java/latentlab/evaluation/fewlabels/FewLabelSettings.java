package latentlab.evaluation.fewlabels;

/**
 * How a classifier is fitted to few labels.
 *
 * @param labels how many labels are known, at least one for each class
 * @param images how many training images take part in the propagation, labelled and not
 * @param neighbours edges from each image
 * @param keptShare the part of the images whose propagated labels are believed, the surest first
 * @param hiddenWidth of the classifier's only hidden layer
 * @param dropout after it
 * @param learningRate of the classifier at its start
 * @param weightDecay of the classifier
 * @param batch images in a step
 * @param steps of the fit
 * @param fineTuningSteps with the encoder, after the fit
 */
public record FewLabelSettings(
    int labels,
    int images,
    int neighbours,
    double keptShare,
    int hiddenWidth,
    double dropout,
    double learningRate,
    double weightDecay,
    int batch,
    int steps,
    int fineTuningSteps) {

  /**
   * The settings for a number of labels.
   *
   * @param labels how many
   * @param images how many training images take part in the propagation
   * @return settings that suit images of digits
   */
  public static FewLabelSettings of(int labels, int images) {
    return new FewLabelSettings(labels, images, 10, 0.9, 256, 0.3, 1e-3, 1e-2, 128, 2500, 600);
  }
}
