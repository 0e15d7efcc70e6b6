package latentlab.models.vqvae;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.models.LossTerms;
import latentlab.models.ModelTrainer;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Trains the autoencoder in the first part of a training, and in the rest, with the autoencoder as
 * it is then, the prior on the codes of the training images. The loss is that of the phase.
 */
final class VqVaeTrainer implements ModelTrainer {

  private final VqVaeConfig config;
  private final CodeAutoencoder autoencoder;
  private final CodePrior prior;
  private final NetworkGroup networks;

  VqVaeTrainer(
      VqVaeConfig config, CodeAutoencoder autoencoder, CodePrior prior, NetworkGroup networks) {
    this.config = config;
    this.autoencoder = autoencoder;
    this.prior = prior;
    this.networks = networks;
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, autoencoder.images());
    double rateFactor = config.schedule().factor(phaseFraction(point));
    if (trainsPrior(point)) {
      LossTerms terms = terms(prior.computeGradients(autoencoder.encode(batch), batch.labels()));
      prior.network().update(rateFactor);
      return terms;
    }
    autoencoder.start(batch, seed.derive("start"));
    LossTerms terms = autoencoder.computeGradients(batch);
    autoencoder.update(batch.count(), rateFactor, seed.derive("restart"));
    return terms;
  }

  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, autoencoder.images());
    return trainsPrior(point)
        ? terms(prior.loss(autoencoder.encode(batch), batch.labels()))
        : autoencoder.evaluate(batch);
  }

  private static LossTerms terms(double crossEntropy) {
    return new LossTerms(crossEntropy, Map.of("prior", crossEntropy));
  }

  private boolean trainsPrior(TrainingPoint point) {
    return point.fraction() >= 1 - config.priorShare();
  }

  /** The part of the present phase that is over. */
  private double phaseFraction(TrainingPoint point) {
    double first = 1 - config.priorShare();
    return trainsPrior(point)
        ? (point.fraction() - first) / config.priorShare()
        : point.fraction() / first;
  }

  @Override
  public Tensors optimizerState() {
    return networks.optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    networks.setOptimizerState(state);
  }
}
