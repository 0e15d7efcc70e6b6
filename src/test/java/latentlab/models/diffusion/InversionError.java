package latentlab.models.diffusion;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelFamilies;
import latentlab.models.denoising.ImageEditing;
import latentlab.models.denoising.NoisyImages;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.storage.ModelFolder;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Measures how near images come to themselves through DDIM's inversion and back, of any class, with
 * the first 100 test images of MNIST. A program, no test.
 */
final class InversionError {

  private static final int IMAGES = 100;
  private static final int STEPS = 50;

  private InversionError() {}

  /**
   * Prints the mean squared error.
   *
   * @param args a model's folder
   */
  public static void main(String[] args) {
    ModelFamilies families = ModelFamilies.discover();
    Dataset digits =
        DatasetCatalog.ofEnvironment()
            .load("mnist", new Seed(1), Progress.NONE, new Cancellation());
    ImageBatch images = digits.test().batch(IntStream.range(0, IMAGES).toArray());
    try (GenerativeModel model = new ModelFolder(Path.of(args[0])).read(families).open(families)) {
      StepwiseSampler sampler = (StepwiseSampler) model;
      SamplingRequest request = SamplingRequest.of(IMAGES, new Seed(1), STEPS);
      NoisyImages noise =
          new ImageEditing(sampler.diffusion()).invert(images, request, SamplingControl.none());
      ImageBatch back = sampler.diffusion().from(noise, request, SamplingControl.none()).result();
      double sum = 0;
      for (int i = 0; i < back.pixels().length; i++) {
        sum += Math.pow(back.pixels()[i] - images.pixels()[i], 2);
      }
      System.out.printf(Locale.ROOT, "mean squared error %.6f%n", sum / images.pixels().length);
    }
  }
}
