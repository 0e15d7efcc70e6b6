package latentlab.ui.diffusion;

import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.models.denoising.Trajectory;
import latentlab.models.denoising.TrajectoryStep;

/**
 * What is seen at one position of the way.
 *
 * @param t the step, 0 at the end
 * @param alphaBar the part of the power that is the image's
 * @param noisy x_t
 * @param noise the predicted noise; empty at the end
 * @param image the predicted x_0
 */
record Frame(
    int t, double alphaBar, ImageBatch noisy, Optional<ImageBatch> noise, ImageBatch image) {

  static Frame of(TrajectoryStep step) {
    return new Frame(
        step.t(),
        step.alphaBar(),
        step.noisyPictures(),
        Optional.of(step.noisePictures()),
        step.predictedPictures());
  }

  /** The end of the way. */
  static Frame of(Trajectory whole) {
    return new Frame(0, 1, whole.result(), Optional.empty(), whole.result());
  }
}
