package latentlab.models.vqvae;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.losses.SquaredError;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.LossTerms;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;

/**
 * Encoder, codebook and decoder, and the step that trains them. Errors of the decoder's input go to
 * the encoder's output as they are, as if there were no codebook between (straight-through, section
 * 3.2).
 */
final class CodeAutoencoder implements AutoCloseable {

  private final VqVaeConfig config;
  private final ImageShape images;
  private final FeatureShape grid;
  private final Network encoder;
  private final Network decoder;
  private final Codebook codebook;
  private final CodeStatistics statistics;
  private final SquaredError squaredError = new SquaredError();
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final BatchMemory<Quantised> batches;

  /**
   * A batch on its way through the codebook.
   *
   * @param encodings z, [count, D], count = images * places of the grid
   * @param codes [count]
   * @param vectors e, [count, D]
   */
  @SuppressWarnings("ArrayRecordComponent") // Scratch memory, never compared.
  record Quantised(float[] encodings, int[] codes, float[] vectors) {}

  CodeAutoencoder(VqVaeConfig config, ImageShape images, Seed seed) {
    GridArchitecture architecture = new GridArchitecture(config, images);
    Adam adam = new Adam(config.learningRate());
    this.config = config;
    this.images = images;
    this.grid = architecture.grid();
    this.encoder = Network.of(architecture.encoder(), adam, seed.derive("encoder"));
    this.decoder = Network.of(architecture.decoder(), adam, seed.derive("decoder"));
    this.codebook =
        new Codebook(
            config.codes(), config.codeSize(), config.learningRate(), seed.derive("codebook"));
    this.statistics = new CodeStatistics(config.codes(), config.codeSize());
    this.pixelInput = new MatrixBuffer(images.size());
    this.codeInput = new MatrixBuffer(grid.size());
    this.batches = new BatchMemory<>(this::memory, released -> {});
  }

  private Quantised memory(int rows) {
    int count = Math.multiplyExact(rows, grid.pixels());
    int values = Math.multiplyExact(rows, grid.size());
    return new Quantised(new float[values], new int[count], new float[values]);
  }

  /** The size of the images. */
  ImageShape images() {
    return images;
  }

  /** The shape of the grid, with the dimensions of a vector as channels. */
  FeatureShape grid() {
    return grid;
  }

  /** Encoder, decoder and codebook with another network, as one model. */
  NetworkGroup networksWith(Network other) {
    return new NetworkGroup(encoder, decoder, codebook.network(), other);
  }

  CodeStatistics statistics() {
    return statistics;
  }

  Codebook codebook() {
    return codebook;
  }

  /**
   * Sets the codes to encodings of a batch, if they have never seen one.
   *
   * @param seed decides to which
   */
  void start(ImageBatch batch, Seed seed) {
    if (!statistics.started()) {
      Quantised quantised = batches.forRows(batch.count());
      encoder
          .infer(pixelInput.fill(batch.pixels(), 0, batch.count()))
          .copyTo(quantised.encodings());
      statistics.start(codebook, quantised.encodings(), quantised.codes().length, seed);
    }
  }

  /** One pass forward and backward; the gradients stay in the networks. */
  LossTerms computeGradients(ImageBatch batch) {
    int rows = batch.count();
    Quantised quantised = batches.forRows(rows);
    Matrix encodings = encoder.forward(pixelInput.fill(batch.pixels(), 0, rows));
    encodings.copyTo(quantised.encodings());
    quantise(quantised);
    Sums sums = new Sums(config.codes());
    sums.addCodes(quantised);

    Matrix decoded = decoder.forward(codeInput.fill(quantised.vectors(), 0, rows));
    float pixelScale = (float) (1 / (config.pixelVariance() * rows * images.size()));
    sums.squaredError = squaredError.lossAndGradient(decoded, batch.pixels(), pixelScale);
    float[] error = new float[rows * grid.size()];
    decoder.backward(decoded).copyTo(error);
    float codeScale = 1f / error.length;
    if (config.codebookLearning() == CodebookLearning.LOSS) {
      codebook.computeGradient(
          quantised.encodings(), quantised.codes(), quantised.codes().length, codeScale);
    }
    addCommitment(quantised, (float) config.commitment() * codeScale, error);
    encodings.copyFrom(error);
    encoder.backwardWithoutInputError(encodings);
    return sums.terms(rows);
  }

  /** Adds the gradient of {@code scale * sum |z - sg[e]|^2}. */
  private static void addCommitment(Quantised quantised, float scale, float[] error) {
    float[] encodings = quantised.encodings();
    float[] vectors = quantised.vectors();
    for (int i = 0; i < error.length; i++) {
      error[i] += 2 * scale * (encodings[i] - vectors[i]);
    }
  }

  /**
   * Moves encoder, decoder and codebook, by what {@link #computeGradients} saw.
   *
   * @param rows in that batch
   * @param rateFactor multiplies the learning rate
   * @param seed decides to what dead codes are set
   */
  void update(int rows, double rateFactor, Seed seed) {
    encoder.update(rateFactor);
    decoder.update(rateFactor);
    Quantised quantised = batches.forRows(rows);
    float[] encodings = quantised.encodings();
    int count = quantised.codes().length;
    statistics.add(encodings, quantised.codes(), count, config.decay());
    if (config.codebookLearning() == CodebookLearning.LOSS) {
      codebook.network().update(rateFactor);
    } else {
      statistics.move(codebook);
    }
    statistics.restartDead(codebook, config.restartBelow(), encodings, count, seed);
  }

  /** The loss without a step. */
  LossTerms evaluate(ImageBatch batch) {
    Sums sums = new Sums(config.codes());
    RowChunks.forEach(
        batch.count(),
        (from, rows) -> {
          Quantised quantised = encode(batch, from, rows);
          sums.addCodes(quantised);
          Matrix decoded = decoder.infer(codeInput.fill(quantised.vectors(), 0, rows));
          sums.squaredError += squaredError.loss(decoded, RowChunks.pixels(batch, from, rows));
        });
    return sums.terms(batch.count());
  }

  /** Some images' encodings and codes, in memory that the next call overwrites. */
  private Quantised encode(ImageBatch batch, int from, int rows) {
    Quantised quantised = batches.forRows(rows);
    encoder.infer(pixelInput.fill(batch.pixels(), from, rows)).copyTo(quantised.encodings());
    quantise(quantised);
    return quantised;
  }

  private void quantise(Quantised quantised) {
    int count = quantised.codes().length;
    codebook.nearest(quantised.encodings(), count, quantised.codes());
    codebook.lookUp(quantised.codes(), count, quantised.vectors());
  }

  /**
   * The codes of images.
   *
   * @return [count, places of the grid]
   */
  int[] encode(ImageBatch batch) {
    RowChunks.checkShape(batch, images);
    int[] codes = new int[Math.multiplyExact(batch.count(), grid.pixels())];
    RowChunks.forEach(
        batch.count(),
        (from, rows) ->
            System.arraycopy(
                encode(batch, from, rows).codes(),
                0,
                codes,
                from * grid.pixels(),
                rows * grid.pixels()));
    return codes;
  }

  /**
   * The images of codes, cut off at 0 and 1.
   *
   * @param codes [count, places of the grid], each from 0 to K - 1
   * @param count how many images
   * @return [count, height, width, channels]
   */
  float[] decode(int[] codes, int count) {
    float[] vectors = new float[Math.multiplyExact(codes.length, grid.channels())];
    codebook.lookUp(codes, codes.length, vectors);
    float[] pixels = new float[Math.multiplyExact(count, images.size())];
    RowChunks.forEach(
        count,
        (from, rows) ->
            decoder
                .infer(codeInput.fill(vectors, from, rows))
                .buffer()
                .get(0, pixels, from * images.size(), rows * images.size()));
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.max(0f, Math.min(1f, pixels[i]));
    }
    return pixels;
  }

  @Override
  public void close() {
    encoder.close();
    decoder.close();
    codebook.close();
    pixelInput.close();
    codeInput.close();
  }

  /** Sums over some images, from which the terms of the loss follow. */
  private final class Sums {
    private final long[] counts;
    private double squaredError;
    private double squaredDistance;

    Sums(int codes) {
      counts = new long[codes];
    }

    void addCodes(Quantised quantised) {
      for (int code : quantised.codes()) {
        counts[code]++;
      }
      float[] encodings = quantised.encodings();
      float[] vectors = quantised.vectors();
      for (int i = 0; i < encodings.length; i++) {
        float difference = encodings[i] - vectors[i];
        squaredDistance += difference * difference;
      }
    }

    LossTerms terms(int rows) {
      double mse = squaredError / ((double) rows * images.size());
      double distance = squaredDistance / ((double) rows * grid.size());
      CodeUse use = CodeUse.of(counts);
      Map<String, Double> parts = new LinkedHashMap<>();
      parts.put("reconstruction", mse);
      parts.put("commitment", distance);
      double total = mse / config.pixelVariance() + config.commitment() * distance;
      if (config.codebookLearning() == CodebookLearning.LOSS) {
        parts.put("codebook", distance);
        total += distance;
      }
      parts.put("perplexity", use.perplexity());
      parts.put("codes_used", use.share());
      return new LossTerms(total, parts);
    }
  }
}
