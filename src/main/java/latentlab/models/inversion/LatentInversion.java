package latentlab.models.inversion;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.InversionSettings;
import latentlab.models.LatentCodes;
import latentlab.models.networks.RateSchedule;
import latentlab.models.networks.RowChunks;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** Searches for codes through a decoder. For the thread that owns the model. */
public final class LatentInversion {

  private static final String WHAT = "searching for codes";

  /** All starts take part in one step of so many. */
  private static final int TOGETHER = 3;

  private final DifferentiableDecoder decoder;
  private final int latentSize;
  private final int pixels;

  /**
   * Searches nothing yet.
   *
   * @param decoder that of the model
   */
  public LatentInversion(DifferentiableDecoder decoder) {
    this.decoder = decoder;
    this.latentSize = decoder.latentSize();
    this.pixels = decoder.shape().size();
  }

  /**
   * See {@link latentlab.models.Inverter#invert}.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param settings of the search
   * @param seed decides where it starts
   * @param progress is told how much of the search is done
   * @param cancellation asked at each step
   * @return [count, latentSize]
   * @throws IllegalArgumentException if the images have another size than the model's
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public LatentCodes invert(
      ImageBatch images,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    RowChunks.checkShape(images, decoder.shape());
    float[] found = new float[Math.multiplyExact(images.count(), latentSize)];
    if (images.count() > 0) {
      Candidates candidates = Candidates.draw(decoder, settings.candidates(), seed, cancellation);
      int atOnce = Math.max(1, RowChunks.ROWS / settings.starts());
      for (int from = 0; from < images.count(); from += atOnce) {
        int rows = Math.min(atOnce, images.count() - from);
        float[] targets = RowChunks.pixels(images, from, rows);
        Steps steps = new Steps(settings, from, rows, images.count(), progress, cancellation);
        float[] codes = search(targets, rows, candidates, settings, steps);
        System.arraycopy(codes, 0, found, from * latentSize, rows * latentSize);
      }
    }
    return new LatentCodes(images.count(), latentSize, found);
  }

  private float[] search(
      float[] targets, int images, Candidates candidates, InversionSettings settings, Steps steps) {
    int starts = settings.starts();
    float[] codes = new float[images * starts * latentSize];
    float[] repeated = new float[images * starts * pixels];
    for (int i = 0; i < images; i++) {
      candidates.copyNearest(targets, i, starts, codes);
      for (int s = 0; s < starts; s++) {
        System.arraycopy(targets, i * pixels, repeated, (i * starts + s) * pixels, pixels);
      }
    }
    CodeDescent descent = new CodeDescent(decoder, repeated, codes, settings.priorWeight());
    int together = starts == 1 ? 0 : (settings.steps() + TOGETHER - 1) / TOGETHER;
    for (int step = 0; step < settings.steps(); step++) {
      if (step == together && starts > 1) {
        descent = descent.bestOfEach(starts);
      }
      steps.begin(step);
      descent.step(steps.rate(step));
    }
    descent.measure();
    return descent.best(settings.steps() <= together ? starts : 1);
  }

  /** Tells of the steps of one part of the images, and asks whether to go on. */
  private record Steps(
      InversionSettings settings,
      int from,
      int rows,
      int count,
      Progress progress,
      Cancellation cancellation) {

    void begin(int step) {
      cancellation.throwIfRequested();
      long steps = settings.steps();
      progress.report(from * steps + (long) rows * step, count * steps, WHAT);
    }

    double rate(int step) {
      return settings.learningRate() * RateSchedule.COSINE.factor((double) step / settings.steps());
    }
  }

  /** Codes from the prior and their images. */
  private record Candidates(LatentCodes codes, ImageBatch images) {

    static Candidates draw(
        DifferentiableDecoder decoder, int count, Seed seed, Cancellation cancellation) {
      LatentCodes codes =
          LatentCodes.standardNormal(count, decoder.latentSize(), seed, "inversion");
      int size = decoder.shape().size();
      float[] pixels = new float[Math.multiplyExact(count, size)];
      RowChunks.forEach(
          count,
          (from, rows) -> {
            cancellation.throwIfRequested();
            int start = from * codes.size();
            float[] some = Arrays.copyOfRange(codes.values(), start, start + rows * codes.size());
            float[] part = new float[rows * size];
            decoder.decode(some, rows, part);
            System.arraycopy(part, 0, pixels, from * size, part.length);
          });
      return new Candidates(codes, ImageBatch.unlabelled(decoder.shape(), pixels));
    }

    /** The codes of the images nearest to a target, the nearest first, to its place in a batch. */
    void copyNearest(float[] targets, int index, int starts, float[] batch) {
      double[] distances = new double[codes.count()];
      for (int c = 0; c < distances.length; c++) {
        distances[c] = distance(targets, index, c);
      }
      for (int s = 0; s < starts; s++) {
        int nearest = 0;
        for (int c = 1; c < distances.length; c++) {
          if (distances[c] < distances[nearest]) {
            nearest = c;
          }
        }
        distances[nearest] = Double.POSITIVE_INFINITY;
        int size = codes.size();
        System.arraycopy(codes.values(), nearest * size, batch, (index * starts + s) * size, size);
      }
    }

    private double distance(float[] targets, int index, int candidate) {
      int size = images.shape().size();
      float[] own = images.pixels();
      int a = index * size;
      int b = candidate * size;
      float sum = 0;
      for (int p = 0; p < size; p++) {
        float difference = targets[a + p] - own[b + p];
        sum += difference * difference;
      }
      return sum;
    }
  }
}
