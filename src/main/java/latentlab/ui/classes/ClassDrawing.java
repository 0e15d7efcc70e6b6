package latentlab.ui.classes;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.CodePriorSampler;
import latentlab.models.ConditionalSampler;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.inversion.InvertedSpace;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.classes.ClassControls.Hand;

/**
 * Draws images of classes by what a model is able to do. On the model's thread.
 *
 * <p>Image i of a class depends on the seed, i and the class alone. Where a model draws from codes,
 * image i of every class has the same code: the columns of a sheet are one hand.
 */
final class ClassDrawing {

  /** The same image is found the same code each time. */
  private static final Seed SEARCH_SEED = new Seed(1);

  /** Below it a prior draws its likeliest codes only; at 0 it cannot be asked. */
  private static final double COLDEST = 0.01;

  private ClassDrawing() {}

  /** What can be chosen for a model; empty if no class can be asked of it. */
  static Optional<ClassControls> controls(GenerativeModel model) {
    boolean spaces = model instanceof ClassConditional;
    if (model.images().classNames().isEmpty() || !(spaces || model instanceof ConditionalSampler)) {
      return Optional.empty();
    }
    Hand hand =
        model instanceof ClassConditional conditional ? hand(conditional.ofClass(0)) : Hand.NONE;
    if (model instanceof ConditionalSampler && model instanceof StepwiseSampler sampler) {
      SamplingRequest usual = sampler.request(1, new Seed(1));
      return Optional.of(
          new ClassControls(
              false,
              sampler.diffusion().schedule().steps(),
              usual.steps(),
              usual.guidance(),
              hand));
    }
    boolean temperature = spaces || model instanceof CodePriorSampler;
    return Optional.of(new ClassControls(temperature, 0, 1, 1, hand));
  }

  private static Hand hand(LatentSpace space) {
    if (space instanceof Encoder) {
      return Hand.ENCODED;
    }
    return space instanceof Inverter ? Hand.SEARCHED : Hand.NONE;
  }

  /** Some images: [part.count, height, width, channels]. */
  static ImageBatch draw(
      GenerativeModel model, ClassChoices choices, SheetPart part, Cancellation cancellation) {
    Seed seed = new Seed(choices.seed());
    if (model instanceof ConditionalSampler && model instanceof StepwiseSampler sampler) {
      SamplingRequest request =
          sampler
              .request(part.to(), seed)
              .withSteps(Math.min(choices.steps(), sampler.diffusion().schedule().steps()))
              .withGuidance(choices.guidance())
              .part(part.from(), part.to())
              .withClass(ClassMix.of(part.label()));
      return sampler
          .diffusion()
          .images(request, new SamplingControl(Progress.NONE, cancellation, step -> {}));
    }
    if (model instanceof ClassConditional spaces) {
      LatentSpace space = spaces.ofClass(part.label());
      return space.decode(codes(space.latentSize(), choices.temperature(), seed, part));
    }
    if (model instanceof ConditionalSampler sampler) {
      int[] labels = new int[part.to()];
      Arrays.fill(labels, part.label());
      ImageBatch images =
          model instanceof CodePriorSampler codes
              ? atTemperature(codes, labels, choices.temperature(), seed)
              : sampler.sample(labels, seed);
      return tail(images, part.from());
    }
    throw new InvalidInputException("this model cannot be asked for a class");
  }

  /** The code of an image in the space of its class, decoded in every class. */
  static ImageBatch rewrite(
      GenerativeModel model, ImageBatch image, int label, Cancellation cancellation) {
    if (!(model instanceof ClassConditional spaces)) {
      throw new InvalidInputException("this model has no space for each class");
    }
    Encoder encoder =
        InvertedSpace.encoderOf(spaces.ofClass(label), SEARCH_SEED, Progress.NONE, cancellation)
            .orElseThrow(() -> new InvalidInputException("this model has no codes of images"));
    int[] all = IntStream.range(0, model.images().classNames().size()).toArray();
    return ClassCodes.rows(spaces, encoder.encode(image), all);
  }

  /** In shares of the model's own temperature, so that 1 is what the model does by itself. */
  private static ImageBatch atTemperature(
      CodePriorSampler model, int[] labels, double temperature, Seed seed) {
    double chosen = Math.max(COLDEST, temperature) * model.temperature();
    return model.decodeCodes(model.sampleCodes(labels.length, labels, chosen, seed));
  }

  private static LatentCodes codes(int size, double temperature, Seed seed, SheetPart part) {
    float[] drawn = ClassCodes.drawn(part.to(), size, seed).values();
    float[] values = Arrays.copyOfRange(drawn, part.from() * size, part.to() * size);
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) temperature;
    }
    return new LatentCodes(part.count(), size, values);
  }

  private static ImageBatch tail(ImageBatch images, int from) {
    int size = images.shape().size();
    return from == 0
        ? images
        : ImageBatch.unlabelled(
            images.shape(),
            Arrays.copyOfRange(images.pixels(), from * size, images.count() * size));
  }
}
