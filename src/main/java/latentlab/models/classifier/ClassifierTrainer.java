package latentlab.models.classifier;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.SoftmaxCrossEntropy;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Descends the cross-entropy of the labels (see the package documentation). */
final class ClassifierTrainer implements ModelTrainer {

  private final ClassifierModel model;
  private final int classes;
  private final SoftmaxCrossEntropy loss;
  private final RandomShift shift;
  private final RateSchedule schedule;

  ClassifierTrainer(ClassifierModel model, ClassifierConfig config) {
    this.model = model;
    this.classes = model.images().classNames().size();
    this.loss = new SoftmaxCrossEntropy(classes, config.labelSmoothing());
    this.shift = new RandomShift(model.images().shape(), config.shift());
    this.schedule = config.schedule();
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    check(batch);
    int rows = batch.count();
    float[] pixels = shift.apply(batch, seed.derive("shift"));
    Matrix logits = model.trainingLogits(pixels, rows, seed.derive("dropout"));
    int wrong = wrong(logits, batch.labels());
    double sum = loss.lossAndGradient(logits, batch.labels(), 1f / rows);
    model.descend(logits, schedule.factor(point));
    return terms(sum / rows, (double) wrong / rows);
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    check(batch);
    double[] sum = new double[1];
    int[] wrong = new int[1];
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          int[] labels = Arrays.copyOfRange(batch.labels(), from, from + rows);
          Matrix logits = model.logits(batch, from, rows);
          sum[0] += loss.loss(logits, labels);
          wrong[0] += wrong(logits, labels);
        });
    return terms(sum[0] / batch.count(), (double) wrong[0] / batch.count());
  }

  private void check(ImageBatch batch) {
    RowChunks.checkShape(batch, model.images().shape());
    if (batch.labels().length == 0) {
      throw new InvalidInputException("a classifier learns from labels; these images have none");
    }
    for (int label : batch.labels()) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            "label " + label + " is not one of the classes 0 to " + (classes - 1));
      }
    }
  }

  private int wrong(Matrix logits, int[] labels) {
    int[] predicted = new int[labels.length];
    loss.predictedClasses(logits, predicted, 0);
    int wrong = 0;
    for (int i = 0; i < labels.length; i++) {
      if (predicted[i] != labels[i]) {
        wrong++;
      }
    }
    return wrong;
  }

  private static LossTerms terms(double crossEntropy, double error) {
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("cross_entropy", crossEntropy);
    parts.put("error", error);
    return new LossTerms(crossEntropy, parts);
  }

  @Override
  public Tensors optimizerState() {
    return model.optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.setOptimizerState(state);
  }
}
