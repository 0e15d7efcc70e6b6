package latentlab.models.stacked;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.models.stacked.PhasePlan.Phase;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Trains one layer after another, then all together (see the package documentation). The loss is
 * that of the phase: its only part is {@code layer 1}, {@code layer 2}, .. in pre-training and
 * {@code reconstruction} in fine-tuning.
 */
final class StackedTrainer implements ModelTrainer {

  private final StackedModel model;
  private final LayerStack stack;
  private final PhasePlan phases;
  private final RateSchedule schedule;
  private final List<Corruption> corruptions = new ArrayList<>();

  StackedTrainer(StackedModel model, StackedConfig config, int pixels) {
    this.model = model;
    this.stack = model.stack();
    this.phases = config.phases();
    this.schedule = config.schedule();
    corruptions.add(new Corruption(config.corruption(), pixels));
    config.widths().forEach(width -> corruptions.add(new Corruption(config.corruption(), width)));
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    Phase phase = phases.at(point);
    if (phases.beginsFineTuning(point)) {
      stack.forgetMoments();
    }
    double loss = computeGradients(batch, phase, seed);
    double factor = schedule.factor(phase.fraction());
    if (phases.isFineTuning(phase)) {
      stack.all().update(factor);
    } else {
      stack.layer(phase.layer()).encoder().update(factor);
      stack.layer(phase.layer()).decoder().update(factor);
    }
    return terms(phase, loss);
  }

  /** One pass forward and backward; the gradients stay in the networks of the phase. */
  double computeGradients(ImageBatch batch, Phase phase, Seed seed) {
    Matrix pixels = model.input(batch, 0, batch.count());
    return phases.isFineTuning(phase)
        ? fineTune(pixels, batch.pixels())
        : pretrain(phase.layer(), pixels, seed);
  }

  private double fineTune(Matrix pixels, float[] target) {
    Matrix codes = stack.forwardCodes(pixels);
    model.spread().observe(codes);
    Matrix output = stack.forwardPixels(codes);
    ShallowAutoencoder outermost = stack.layer(0);
    double loss = outermost.loss(output, target);
    stack.backwardCodes(stack.backwardPixels(outermost.error(output, target)));
    return loss;
  }

  private double pretrain(int index, Matrix pixels, Seed seed) {
    ShallowAutoencoder layer = stack.layer(index);
    Matrix clean = stack.inferUpTo(index, pixels);
    float[] target = values(clean);
    Matrix codes = layer.encoder().forward(corruptions.get(index).of(clean, target, seed));
    if (index == phases.layers() - 1) {
      model.spread().observe(codes);
    }
    Matrix output = layer.decoder().forward(codes);
    double loss = layer.loss(output, target);
    layer
        .encoder()
        .backwardWithoutInputError(layer.decoder().backward(layer.error(output, target)));
    return loss;
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    Phase phase = phases.at(point);
    double[] sum = {0};
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          Matrix pixels = model.input(batch, from, rows);
          sum[0] += rows * loss(phase, pixels, seed.derive("rows", from));
        });
    return terms(phase, sum[0] / batch.count());
  }

  private double loss(Phase phase, Matrix pixels, Seed seed) {
    if (phases.isFineTuning(phase)) {
      float[] target = values(pixels);
      return stack.layer(0).loss(stack.inferPixels(stack.inferCodes(pixels)), target);
    }
    ShallowAutoencoder layer = stack.layer(phase.layer());
    Matrix clean = stack.inferUpTo(phase.layer(), pixels);
    float[] target = values(clean);
    Matrix given = corruptions.get(phase.layer()).of(clean, target, seed);
    return layer.loss(layer.decoder().infer(layer.encoder().infer(given)), target);
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  private LossTerms terms(Phase phase, double loss) {
    String name = phases.isFineTuning(phase) ? "reconstruction" : "layer " + (phase.layer() + 1);
    return new LossTerms(loss, Map.of(name, loss));
  }

  @Override
  public Tensors optimizerState() {
    return stack.all().optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    stack.all().setOptimizerState(state);
  }

  void close() {
    corruptions.forEach(Corruption::close);
  }
}
