package latentlab.ui.diffusion;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import latentlab.data.ImageShape;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.NoiseSchedule;
import latentlab.models.denoising.SamplingRequest;

/**
 * A model that makes images from noise, as the tab sees it.
 *
 * @param shape of its images
 * @param schedule of its noise
 * @param classNames what can be asked for; empty for a model without classes
 * @param defaults a request for one image as the model's settings have it
 * @param questions reach the model on its own thread
 */
record DiffusionModel(
    ImageShape shape,
    NoiseSchedule schedule,
    List<String> classNames,
    SamplingRequest defaults,
    Questions questions) {

  /** Copies the names. */
  DiffusionModel {
    classNames = List.copyOf(classNames);
  }

  /** Asks the model something on its thread. */
  @FunctionalInterface
  interface Questions {

    /**
     * Asks.
     *
     * @param question runs on the model's thread; its answer must be an immutable value
     * @param <T> the type of the answer
     * @return the answer
     */
    <T> CompletableFuture<T> ask(Function<ImageDiffusion, T> question);
  }
}
