package latentlab.models.diffusion;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import latentlab.data.ImageShape;
import latentlab.engine.NativeThreads;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamilies;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.storage.ModelFolder;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Times 16 images of 28x28 in 50 steps, as a window would ask for them: until the first step can be
 * shown, and until all are done. A program, no test.
 */
final class SamplingTimes {

  private static final int IMAGES = 16;
  private static final int RUNS = 7;
  private static final double MILLION = 1e6;

  private SamplingTimes() {}

  /**
   * Prints the times.
   *
   * @param args the threads; a model's folder, or tiny, small or base for a network of that size
   *     that has learnt nothing
   */
  public static void main(String[] args) {
    NativeThreads.apply(OptionalInt.of(Integer.parseInt(args[0])), System.getenv());
    try (GenerativeModel model = model(args[1])) {
      StepwiseSampler sampler = (StepwiseSampler) model;
      for (double guidance : new double[] {1, 1.5}) {
        for (int run = 0; run < RUNS; run++) {
          time(sampler, sampler.request(IMAGES, new Seed(run)).withSteps(50), guidance);
        }
      }
    }
  }

  private static GenerativeModel model(String folderOrSize) {
    for (NetworkSize size : NetworkSize.values()) {
      if (size.name().toLowerCase(Locale.ROOT).equals(folderOrSize)) {
        return new DiffusionFamily().create(ofSize(size), digits(), new Seed(1));
      }
    }
    ModelFamilies families = ModelFamilies.discover();
    return new ModelFolder(Path.of(folderOrSize)).read(families).open(families);
  }

  private static DiffusionConfig ofSize(NetworkSize size) {
    DiffusionConfig usual = new DiffusionFamily().defaultConfig();
    return new DiffusionConfig(
        size,
        usual.steps(),
        usual.noiseSchedule(),
        usual.prediction(),
        usual.minSnr(),
        usual.emaDecay(),
        usual.conditional(),
        usual.classDropout(),
        usual.guidance(),
        usual.samplingSteps(),
        usual.gradientNorm(),
        usual.learningRate(),
        usual.schedule());
  }

  private static ImageDomain digits() {
    List<String> names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    return new ImageDomain(new ImageShape(28, 28, 1), names);
  }

  private static void time(StepwiseSampler sampler, SamplingRequest request, double guidance) {
    long[] first = new long[1];
    long begin = System.nanoTime();
    sampler
        .diffusion()
        .sample(
            request.withGuidance(guidance).withClass(ClassMix.of(3)),
            new SamplingControl(
                Progress.NONE,
                new Cancellation(),
                step -> {
                  if (first[0] == 0) {
                    first[0] = System.nanoTime();
                  }
                }));
    System.out.printf(
        Locale.ROOT,
        "guidance %.1f: first step after %.0f ms, all after %.0f ms%n",
        guidance,
        (first[0] - begin) / MILLION,
        (System.nanoTime() - begin) / MILLION);
  }
}
