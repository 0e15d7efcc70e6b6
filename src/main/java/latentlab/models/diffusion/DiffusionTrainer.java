package latentlab.models.diffusion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.Wanted;
import latentlab.engine.optimizer.GradientClipping;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.diffusion.DiffusionLoss.Question;
import latentlab.models.networks.WeightAverage;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Trains the network and its average; the loss that is only measured is that of the average. */
final class DiffusionTrainer implements ModelTrainer {

  /** Rows that are measured at once: more only need more memory. */
  private static final int ROWS = 128;

  private final DiffusionConfig config;
  private final DiffusionNetwork trained;
  private final DiffusionNetwork averaged;
  private final WeightAverage average;
  private final DiffusionLoss loss;

  DiffusionTrainer(
      DiffusionConfig config,
      DiffusionNetwork trained,
      DiffusionNetwork averaged,
      WeightAverage average,
      DiffusionLoss loss) {
    this.config = config;
    this.trained = trained;
    this.averaged = averaged;
    this.average = average;
    this.loss = loss;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    Question question = loss.ask(batch, seed);
    double[] errors = new double[batch.count()];
    Matrix answer = answer(trained, question, 0, batch.count(), Pass.TRAINING);
    loss.measure(question, answer, 0, true, errors);
    Network network = trained.network();
    network.backward(List.of(answer), new Wanted(true, false));
    if (config.gradientNorm() > 0) {
      new GradientClipping(config.gradientNorm())
          .apply(network.gradientMemory(), network.parameterCount());
    }
    network.update(config.schedule().factor(point));
    average.update();
    return loss.terms(question, errors);
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    Question question = loss.ask(batch, seed);
    double[] errors = new double[batch.count()];
    for (int from = 0; from < batch.count(); from += ROWS) {
      int rows = Math.min(ROWS, batch.count() - from);
      Matrix answer = answer(averaged, question, from, rows, Pass.INFERENCE);
      loss.measure(question, answer, from, false, errors);
    }
    return loss.terms(question, errors);
  }

  private static Matrix answer(
      DiffusionNetwork network, Question question, int from, int rows, Pass pass) {
    return network.forward(
        question.noisy(), question.times(), question.classWeights(), from, rows, pass);
  }

  void weightsWereSet() {
    average.weightsWereSet();
  }

  @Override
  public Tensors optimizerState() {
    Map<String, Tensor> state = new LinkedHashMap<>(trained.network().optimizerState().byName());
    state.putAll(average.state().byName());
    return new Tensors(state);
  }

  @Override
  public void setOptimizerState(Tensors state) {
    trained.network().checkOptimizerState(state);
    average.check(state);
    trained.network().setOptimizerState(state);
    average.setState(state);
  }
}
