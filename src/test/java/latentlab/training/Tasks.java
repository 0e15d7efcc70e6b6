package latentlab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;

/** Small trainings: 25 images in batches of 10 are 3 steps in each epoch, the last of 5 images. */
final class Tasks {

  static final int STEPS_PER_EPOCH = 3;
  static final int BATCH = 10;
  static final ImageShape SHAPE = new ImageShape(2, 3, 1);
  static final Seed SEED = new Seed(7);

  private Tasks() {}

  static Dataset dataset() {
    return new Dataset("tiny", images(25), images(20), images(5), List.of("a", "b", "c"), "f00d");
  }

  static ImageSet images(int count) {
    RandomGenerator random = new Seed(count).generator();
    byte[] pixels = new byte[count * SHAPE.size()];
    random.nextBytes(pixels);
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(3);
    }
    return new ImageSet(SHAPE, pixels, labels);
  }

  static TrainingTask inMemory(ModelFamily<?> family, int epochs) {
    return task(family, epochs, 0.05, Optional.empty(), Optional.empty());
  }

  static TrainingTask withLearningRate(ModelFamily<?> family, int epochs, double learningRate) {
    return task(family, epochs, learningRate, Optional.empty(), Optional.empty());
  }

  static TrainingTask stored(ModelFamily<?> family, int epochs, Path folder) {
    return task(family, epochs, 0.05, Optional.of(folder), Optional.empty());
  }

  static TrainingTask resumed(ModelFamily<?> family, int epochs, Path folder) {
    return task(family, epochs, 0.05, Optional.of(folder), Optional.of(folder));
  }

  static TrainingTask task(
      ModelFamily<?> family,
      int epochs,
      double learningRate,
      Optional<Path> folder,
      Optional<Path> resumeFrom) {
    return new TrainingTask(
        family,
        new MeanImageConfig(learningRate),
        dataset(),
        new TrainingPlan(epochs, BATCH, SEED, folder),
        resumeFrom);
  }
}
