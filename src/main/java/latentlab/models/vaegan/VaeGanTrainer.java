package latentlab.models.vaegan;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.models.AdversarialTrainer;
import latentlab.models.LossTerms;
import latentlab.models.TrainingPoint;
import latentlab.models.networks.RowChunks;
import latentlab.models.networks.SignedPixels;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * Descends the three losses of the package documentation. As players, encoder and generator move
 * together.
 */
final class VaeGanTrainer implements AdversarialTrainer {

  private final VaeGanModel model;
  private final VaeGanNetworks networks;
  private final VaeGanConfig config;
  private final DiagonalGaussian posterior;
  private final Jury jury;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final MatrixBuffer imageErrors;

  VaeGanTrainer(VaeGanModel model, VaeGanConfig config) {
    int pixels = model.images().shape().size();
    this.model = model;
    this.networks = model.networks();
    this.config = config;
    this.posterior = new DiagonalGaussian(config.latent());
    this.jury = new Jury(networks.discriminator(), pixels, networks.features());
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(config.latent());
    this.imageErrors = new MatrixBuffer(pixels);
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed) {
    return play(batch, point, seed, true, true);
  }

  @Override
  public LossTerms step(ImageBatch batch, TrainingPoint point, Seed seed, Player only) {
    return play(batch, point, seed, only == Player.DISCRIMINATOR, only == Player.GENERATOR);
  }

  private LossTerms play(
      ImageBatch batch, TrainingPoint point, Seed seed, boolean judging, boolean drawing) {
    VaeGanLosses losses = computeGradients(batch, seed, judging, drawing);
    double factor = config.schedule().factor(point);
    if (judging) {
      networks.discriminator().update(factor);
    }
    if (drawing) {
      networks.generator().update(factor);
      networks.encoder().update(factor);
    }
    return losses.terms(config);
  }

  /** One pass forward and the wanted ones backward; the gradients stay in the networks. */
  VaeGanLosses computeGradients(ImageBatch batch, Seed seed, boolean judging, boolean drawing) {
    RowChunks.checkShape(batch, model.images().shape());
    int rows = batch.count();
    Draw draw = draw(SignedPixels.of(batch, 0, rows), rows, seed, Pass.TRAINING);
    VaeGanLosses losses = jury.judge(draw.real(), draw.generated(), rows, Pass.TRAINING, judging);
    if (judging) {
      jury.learn();
    }
    if (drawing) {
      learnToDraw(draw, rows);
    }
    return losses.withDivergence(posterior.divergence(draw.heads(), rows) / rows);
  }

  /**
   * The errors of likeness go to the encoder alone, then with those of the game to the generator.
   */
  private void learnToDraw(Draw draw, int rows) {
    float[] likeness = jury.likenessErrors();
    float[] game = jury.gameErrors();
    float[] codeErrors = new float[2 * rows * config.latent()];
    networks
        .generator()
        .backwardToInput(imageErrors.fill(likeness, 0, 2 * rows))
        .copyTo(codeErrors);
    float gamma = (float) config.gamma();
    for (int i = 0; i < game.length; i++) {
      game[i] += gamma * likeness[i];
    }
    networks.generator().backwardWithoutInputError(imageErrors.fill(game, 0, 2 * rows));

    float[] headErrors = new float[draw.heads().length];
    float weight = (float) (config.beta() / rows);
    posterior.gradient(draw.heads(), rows, draw.noise(), codeErrors, weight, headErrors);
    draw.head().copyFrom(headErrors);
    networks.encoder().backwardWithoutInputError(draw.head());
  }

  /** Reconstructions x~ of the images, then as many samples x_p of the prior. */
  private Draw draw(float[] real, int rows, Seed seed, Pass pass) {
    int latent = config.latent();
    Matrix head = networks.encoder().forward(List.of(pixelInput.fill(real, 0, rows)), pass).get(0);
    float[] heads = new float[rows * 2 * latent];
    head.copyTo(heads);
    float[] noise = new float[rows * latent];
    float[] codes = new float[2 * rows * latent];
    posterior.draw(heads, rows, seed.derive("posterior").generator(), noise, codes);
    RandomGenerator random = seed.derive("prior").generator();
    for (int i = rows * latent; i < codes.length; i++) {
      codes[i] = (float) random.nextGaussian();
    }
    Matrix images =
        networks.generator().forward(List.of(codeInput.fill(codes, 0, 2 * rows)), pass).get(0);
    float[] generated = new float[2 * real.length];
    images.copyTo(generated);
    return new Draw(head, heads, noise, real, generated);
  }

  /** What one batch led to; images are -1 to 1, {@code head} is the encoder's live output. */
  @SuppressWarnings("ArrayRecordComponent") // Handed on within a step, never compared.
  private record Draw(Matrix head, float[] heads, float[] noise, float[] real, float[] generated) {}

  /** Batch normalisation uses its running averages, as it does when images are drawn for use. */
  @Override
  public LossTerms evaluate(ImageBatch batch, TrainingPoint point, Seed seed) {
    RowChunks.checkShape(batch, model.images().shape());
    VaeGanLosses[] sum = {VaeGanLosses.NONE};
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          Seed own = seed.derive("part", from);
          Draw draw = draw(SignedPixels.of(batch, from, rows), rows, own, Pass.INFERENCE);
          VaeGanLosses part =
              jury.judge(draw.real(), draw.generated(), rows, Pass.INFERENCE, false)
                  .withDivergence(posterior.divergence(draw.heads(), rows) / rows);
          sum[0] = sum[0].plus(part, (double) rows / batch.count());
        });
    return sum[0].terms(config);
  }

  @Override
  public Tensors optimizerState() {
    return model.group().optimizerState();
  }

  @Override
  public void setOptimizerState(Tensors state) {
    model.group().setOptimizerState(state);
  }

  /** Gives native memory back. */
  void close() {
    jury.close();
    pixelInput.close();
    codeInput.close();
    imageErrors.close();
  }
}
