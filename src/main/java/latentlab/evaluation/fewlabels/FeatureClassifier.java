package latentlab.evaluation.fewlabels;

import java.util.Arrays;
import java.util.List;
import latentlab.data.Permutation;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.noise.Dropout;
import latentlab.engine.losses.SoftmaxCrossEntropy;
import latentlab.engine.optimizer.AdamW;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.ImageClassifier.Features;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.progress.Cancellation;
import latentlab.random.Seed;

/** One hidden layer and a softmax over scaled features. Owned by one thread. */
final class FeatureClassifier implements AutoCloseable {

  private final FewLabelSettings settings;
  private final Scaling scaling;
  private final Network network;
  private final MatrixBuffer input;
  private final SoftmaxCrossEntropy loss;
  private final Seed seed;

  FeatureClassifier(int classes, Scaling scaling, FewLabelSettings settings, Seed seed) {
    this.settings = settings;
    this.scaling = scaling;
    this.seed = seed;
    this.network =
        Network.of(
            NetworkPlan.sequence(
                "classifier",
                FeatureShape.vector(scaling.size()),
                List.of(
                    new Dense(
                        settings.hiddenWidth(), WeightRule.HE_UNIFORM, ActivationFunction.RELU),
                    new Dropout(settings.dropout()),
                    new Dense(classes, WeightRule.GLOROT_UNIFORM))),
            new AdamW(settings.learningRate(), settings.weightDecay()),
            seed.derive("weights"));
    this.input = new MatrixBuffer(scaling.size());
    this.loss = new SoftmaxCrossEntropy(classes);
  }

  /** Learns some rows with their labels. */
  void fit(Features rows, int[] labels, Cancellation cancellation) {
    Batches batches = new Batches(labels.length, settings.batch(), seed.derive("order"));
    int size = rows.size();
    for (int step = 0; step < settings.steps(); step++) {
      cancellation.throwIfRequested();
      int[] chosen = batches.next();
      float[] batch = new float[chosen.length * size];
      int[] wanted = new int[chosen.length];
      for (int i = 0; i < chosen.length; i++) {
        System.arraycopy(rows.values(), chosen[i] * size, batch, i * size, size);
        wanted[i] = labels[chosen[i]];
      }
      gradients(batch, wanted, step);
      network.update(RateSchedule.COSINE.factor((double) step / settings.steps()));
    }
  }

  /** One step; returns the derivatives of the mean loss by each feature, [rows, size]. */
  float[] step(float[] features, int[] labels, int step, double rateFactor) {
    float[] errors = gradients(features, labels, settings.steps() + step);
    network.update(rateFactor);
    return errors;
  }

  private float[] gradients(float[] features, int[] labels, int step) {
    int rows = labels.length;
    float[] scaled = scaling.apply(features);
    Matrix logits =
        network
            .forward(
                List.of(input.fill(scaled, 0, rows)), Pass.training(seed.derive("noise", step)))
            .get(0);
    loss.lossAndGradient(logits, labels, 1f / rows);
    network.backward(logits).copyTo(scaled);
    return scaling.toFeatures(scaled);
  }

  /** The most probable class of each row. */
  int[] predict(Features rows) {
    int[] predicted = new int[rows.count()];
    float[] scaled = scaling.apply(rows.values());
    RowChunks.forEach(
        rows.count(),
        (from, count) ->
            loss.predictedClasses(network.infer(input.fill(scaled, from, count)), predicted, from));
    return predicted;
  }

  @Override
  public void close() {
    network.close();
    input.close();
  }

  /** Passes over some rows in ever new orders. */
  static final class Batches {

    private final int count;
    private final int batch;
    private final Seed seed;
    private int[] order = new int[0];
    private int next;
    private int epoch;

    Batches(int count, int batch, Seed seed) {
      this.count = count;
      this.batch = Math.min(batch, count);
      this.seed = seed;
    }

    int[] next() {
      if (next + batch > order.length) {
        order = Permutation.of(count, seed.derive("epoch", epoch++));
        next = 0;
      }
      int[] chosen = Arrays.copyOfRange(order, next, next + batch);
      next += batch;
      return chosen;
    }
  }
}
