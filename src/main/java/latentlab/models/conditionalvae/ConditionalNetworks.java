package latentlab.models.conditionalvae;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.likelihood.BernoulliLogits;
import latentlab.engine.likelihood.DiagonalGaussian;
import latentlab.engine.optimizer.Adam;
import latentlab.models.EvidenceBound.Bound;
import latentlab.models.networks.ImageArchitecture;
import latentlab.models.networks.NetworkGroup;
import latentlab.random.Seed;

/**
 * The networks, and what goes through them: q(z|x,y), p(x|z,y), p(z|y) and the gradients of the
 * loss. Labels were checked before. For the thread that owns the model.
 */
final class ConditionalNetworks implements AutoCloseable {

  private final LabelVectors vectors;
  private final Network encoder;
  private final Network decoder;
  private final ClassPrior prior;
  private final NetworkGroup group;
  private final DiagonalGaussian posterior;
  private final GaussianDivergence divergence;
  private final BernoulliLogits likelihood;
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final MatrixBuffer labelInput;

  ConditionalNetworks(ConditionalVaeConfig config, ImageShape images, int classes, Seed seed) {
    ImageArchitecture architecture =
        ImageArchitecture.of(config.network(), images, config.widths(), config.activation());
    int latent = config.latent();
    Adam adam = new Adam(config.learningRate());
    vectors = new LabelVectors(config.labelInput(), classes, config.embeddingSize());
    encoder =
        Network.of(
            ConditionalPlans.encoder(architecture, vectors, latent), adam, seed.derive("encoder"));
    decoder =
        Network.of(
            ConditionalPlans.decoder(architecture, vectors, latent), adam, seed.derive("decoder"));
    Optional<Network> table =
        config.learnedPrior()
            ? Optional.of(
                Network.of(ConditionalPlans.prior(classes, latent), adam, seed.derive("prior")))
            : Optional.empty();
    prior = new ClassPrior(latent, table);
    group =
        table
            .map(learnt -> new NetworkGroup(encoder, decoder, learnt))
            .orElseGet(() -> new NetworkGroup(encoder, decoder));
    posterior = new DiagonalGaussian(latent);
    divergence = new GaussianDivergence(latent);
    likelihood = new BernoulliLogits(images.size());
    pixelInput = new MatrixBuffer(images.size());
    codeInput = new MatrixBuffer(latent);
    labelInput = new MatrixBuffer(vectors.columns());
  }

  /** All networks, for weights and optimisers. */
  NetworkGroup group() {
    return group;
  }

  /** The prior of each class. */
  ClassPrior prior() {
    return prior;
  }

  /** Mean and log-variance of q(z|x,y) for some images, [count, 2 latent]. */
  float[] posterior(float[] pixels, int[] labels) {
    float[] parameters = new float[labels.length * 2 * posterior.size()];
    Matrix images = pixelInput.fill(pixels, 0, labels.length);
    encoder.forward(List.of(images, input(labels)), Pass.INFERENCE).get(0).copyTo(parameters);
    return parameters;
  }

  /** The means of p(x|z,y): writes the pixels of some codes z from an offset on. */
  void images(float[] codes, int[] labels, float[] target, int offset) {
    likelihood.probabilities(logits(codes, labels, Pass.INFERENCE), target, offset);
  }

  /** The terms of the bound as sums over the images, with one draw of z each. */
  Bound bound(float[] pixels, int[] labels, RandomGenerator random) {
    int rows = labels.length;
    float[] parameters = posterior(pixels, labels);
    float[] draws = new float[rows * posterior.size()];
    posterior.draw(parameters, rows, random, new float[draws.length], draws);
    Matrix logits = logits(draws, labels, Pass.INFERENCE);
    return new Bound(
        likelihood.negativeLogLikelihood(logits, pixels), divergence(parameters, labels));
  }

  /** KL(q(z|x,y) || p(z|y)), added up over the images, by dimension. */
  void addDivergence(float[] parameters, int[] labels, double[] byDimension) {
    divergence.addTo(parameters, prior.parameters(labels), labels.length, byDimension);
  }

  /** One pass forward and backward; the gradients of the mean loss stay in the networks. */
  Bound computeGradients(float[] pixels, int[] labels, double beta, RandomGenerator random) {
    int rows = labels.length;
    Matrix images = pixelInput.fill(pixels, 0, rows);
    Matrix heads = encoder.forward(List.of(images, input(labels)), Pass.TRAINING).get(0);
    float[] parameters = new float[rows * 2 * posterior.size()];
    heads.copyTo(parameters);
    float[] noise = new float[rows * posterior.size()];
    float[] draws = new float[noise.length];
    posterior.draw(parameters, rows, random, noise, draws);

    Matrix logits = logits(draws, labels, Pass.TRAINING);
    double reconstruction = likelihood.lossAndGradient(logits, pixels, 1f / rows);
    float[] drawErrors = draws;
    decoder.backward(logits).copyTo(drawErrors);

    float[] errors = new float[parameters.length];
    float[] priorErrors = new float[parameters.length];
    posterior.gradient(parameters, rows, noise, drawErrors, 0, errors);
    float weight = (float) (beta / rows);
    float[] priors = prior.parameters(labels);
    divergence.gradients(parameters, priors, rows, weight, errors, priorErrors);
    heads.copyFrom(errors);
    encoder.backwardWithoutInputError(heads);
    prior.backward(labels, priorErrors);
    return new Bound(reconstruction / rows, divergence(parameters, labels) / rows);
  }

  @Override
  public void close() {
    group.close();
    prior.close();
    pixelInput.close();
    codeInput.close();
    labelInput.close();
  }

  private double divergence(float[] parameters, int[] labels) {
    double[] byDimension = new double[posterior.size()];
    addDivergence(parameters, labels, byDimension);
    double sum = 0;
    for (double dimension : byDimension) {
      sum += dimension;
    }
    return sum;
  }

  private Matrix logits(float[] codes, int[] labels, Pass pass) {
    Matrix input = codeInput.fill(codes, 0, labels.length);
    return decoder.forward(List.of(input, input(labels)), pass).get(0);
  }

  private Matrix input(int[] labels) {
    return labelInput.fill(vectors.rows(labels), 0, labels.length);
  }
}
