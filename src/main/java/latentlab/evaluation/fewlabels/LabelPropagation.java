package latentlab.evaluation.fewlabels;

import java.util.Comparator;
import java.util.stream.IntStream;
import latentlab.evaluation.neighbours.Neighbours;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;

/** Carries labels to the unlabelled; see the package documentation. */
final class LabelPropagation {

  private static final int ITERATIONS = 100;

  private final Neighbours graph;
  private final float[] weight;
  private final float[] degree;
  private final int[] known;
  private final int classes;

  private LabelPropagation(Neighbours graph, int[] known, int classes) {
    this.graph = graph;
    this.known = known;
    this.classes = classes;
    this.weight = new float[graph.index().length];
    this.degree = new float[weight.length / graph.each()];
    weigh();
  }

  /**
   * What is believed about each row.
   *
   * @param rows all images, those with a label first
   * @param known [labelled] their labels
   * @param neighbours edges from each, fewer than there are rows
   * @return [rows, classes], each row with the sum 1, or 0 where no label can reach it
   */
  static Features beliefs(
      Features rows, int[] known, int classes, int neighbours, Cancellation cancellation) {
    Neighbours graph = Neighbours.withinRows(rows, neighbours, cancellation);
    LabelPropagation propagation = new LabelPropagation(graph, known, classes);
    float[] beliefs = new float[rows.count() * classes];
    propagation.clamp(beliefs);
    for (int i = 0; i < ITERATIONS; i++) {
      cancellation.throwIfRequested();
      beliefs = propagation.spread(beliefs);
      propagation.clamp(beliefs);
    }
    propagation.normalise(beliefs);
    return new Features(rows.count(), classes, beliefs);
  }

  /** The surest rows, the surest first, from those on whose label is not known. */
  static int[] surest(Features beliefs, int labelled, double share) {
    int count = (int) Math.round(share * (beliefs.count() - labelled));
    return IntStream.range(labelled, beliefs.count())
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -belief(beliefs, row)))
        .limit(count)
        .filter(row -> belief(beliefs, row) > 0)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double belief(Features beliefs, int row) {
    return beliefs.values()[row * beliefs.size() + beliefs.greatest(row)];
  }

  private void weigh() {
    int each = graph.each();
    for (int at = 0; at < weight.length; at++) {
      int row = at / each;
      int other = graph.index()[at];
      double widths = width(row) * width(other) + Float.MIN_NORMAL;
      weight[at] = (float) Math.exp(-graph.squaredDistance()[at] / widths);
      degree[row] += weight[at];
      degree[other] += weight[at];
    }
  }

  private double width(int row) {
    return Math.sqrt(graph.squaredDistance()[(row + 1) * graph.each() - 1]);
  }

  /** D^-1 (W + W^T) F. */
  private float[] spread(float[] beliefs) {
    float[] next = new float[beliefs.length];
    for (int at = 0; at < weight.length; at++) {
      int row = at / graph.each() * classes;
      int other = graph.index()[at] * classes;
      for (int c = 0; c < classes; c++) {
        next[row + c] += weight[at] * beliefs[other + c];
        next[other + c] += weight[at] * beliefs[row + c];
      }
    }
    for (int at = 0; at < next.length; at++) {
      next[at] /= Math.max(degree[at / classes], Float.MIN_NORMAL);
    }
    return next;
  }

  private void clamp(float[] beliefs) {
    for (int row = 0; row < known.length; row++) {
      for (int c = 0; c < classes; c++) {
        beliefs[row * classes + c] = c == known[row] ? 1 : 0;
      }
    }
  }

  private void normalise(float[] beliefs) {
    double[] mass = new double[classes];
    for (int at = 0; at < beliefs.length; at++) {
      mass[at % classes] += beliefs[at];
    }
    for (int row = 0; row < beliefs.length; row += classes) {
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        sum += beliefs[row + c] / mass[c];
      }
      for (int c = 0; c < classes && sum > 0; c++) {
        beliefs[row + c] = (float) (beliefs[row + c] / mass[c] / sum);
      }
    }
  }
}
