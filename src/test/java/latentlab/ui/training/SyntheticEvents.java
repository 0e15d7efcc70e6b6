package latentlab.ui.training;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LossTerms;
import latentlab.random.Seed;
import latentlab.training.TrainingEvent;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochGrid;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.GridKind;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingEvent.WarningsChanged;
import latentlab.training.watch.SampleSurvey;
import latentlab.training.watch.TrainingWarning;
import latentlab.ui.training.chart.LossHistory;

/** Events as those of a VAE that learns well, made up. */
public final class SyntheticEvents {

  private static final int SIDE = 28;

  private final RandomGenerator noise = new Seed(7).generator();
  private final int epochs;
  private final int stepsInEpoch;

  SyntheticEvents(int epochs, int stepsInEpoch) {
    this.epochs = epochs;
    this.stepsInEpoch = stepsInEpoch;
  }

  /** What a whole training leaves behind. */
  public static LossHistory history(int epochs, int stepsInEpoch) {
    LossHistory history = new LossHistory();
    new SyntheticEvents(epochs, stepsInEpoch)
        .tell(
            epochs,
            event -> {
              if (event instanceof StepCompleted step) {
                history.add(step);
              } else if (event instanceof EpochCompleted epoch) {
                history.add(epoch);
              }
            });
    return history;
  }

  /** Tells of samples in which more and more classes are missing, and warns of it. */
  public static void collapse(int epochs, Consumer<TrainingEvent> listener) {
    List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    for (int epoch = 1; epoch <= epochs; epoch++) {
      int there = Math.max(3, 10 - 2 * epoch);
      List<Double> shares =
          IntStream.range(0, 10).mapToObj(k -> k < there ? 1.0 / there : 0.0).toList();
      listener.accept(new SamplesSurveyed(epoch, names, new SampleSurvey(shares, 0.8)));
    }
    listener.accept(
        new WarningsChanged(
            Set.of(TrainingWarning.MODE_COLLAPSE, TrainingWarning.DISCRIMINATOR_WINS)));
  }

  /** Tells of the first epochs and of a part of the next. */
  void tell(int epochsToTell, Consumer<TrainingEvent> listener) {
    long all = (long) epochs * stepsInEpoch;
    for (int step = 1; step <= epochsToTell * stepsInEpoch; step++) {
      LossTerms loss = loss(step, 4);
      Duration left = Duration.ofMillis((all - step) * 23);
      listener.accept(new StepCompleted(step, all, loss, 5_480, left));
      if (step % stepsInEpoch == 0) {
        int epoch = step / stepsInEpoch;
        listener.accept(
            new EpochCompleted(
                epoch,
                epochs,
                step,
                loss(step, 0.3),
                loss(step, 0.3),
                pictures((float) epoch / epochs)));
      }
    }
  }

  private LossTerms loss(int step, double spread) {
    double reconstruction = 138 + 400 * Math.exp(-step / 60.0) + 25 * Math.exp(-step / 900.0);
    double kl = 6.2 * (1 - Math.exp(-step / 150.0)) + 0.02;
    double r = reconstruction + spread * noise.nextGaussian();
    double k = Math.max(0.01, kl + 0.06 * spread * noise.nextGaussian());
    Map<String, Double> parts = new LinkedHashMap<>();
    parts.put("reconstruction", r);
    parts.put("kl", k);
    return new LossTerms(r + k, parts);
  }

  /** What is drawn clears up from the first epoch to the last. */
  static EpochPictures pictures(float done) {
    return new EpochPictures(
        Optional.of(rings(32, 0)),
        Optional.of(rings(32, 0.15f + 0.8f * (1 - done))),
        Optional.of(new EpochGrid(GridKind.LATENT_PLANE, rings(100, 0.1f + 0.8f * (1 - done)), 10)),
        List.of(2.9, 0.004, 1.7, 0.6, 2.2, 0.001, 0.9, 3.4));
  }

  private static ImageBatch rings(int count, float haze) {
    float[] pixels = new float[count * SIDE * SIDE];
    for (int image = 0; image < count; image++) {
      double radius = 4 + 6.0 * (image % 10) / 10;
      for (int at = 0; at < SIDE * SIDE; at++) {
        int row = at / SIDE;
        double distance = Math.hypot(at % SIDE - 13.5, (row - 13.5) * (1 + image * 0.01));
        double ink = Math.exp(-Math.pow(distance - radius, 2) / 2);
        pixels[image * SIDE * SIDE + at] = (float) Math.min(1, ink + haze * (1 - ink) * 0.5);
      }
    }
    return ImageBatch.unlabelled(new ImageShape(SIDE, SIDE, 1), pixels);
  }
}
