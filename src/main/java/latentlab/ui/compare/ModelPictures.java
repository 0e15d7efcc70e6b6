package latentlab.ui.compare;

import java.util.Optional;
import latentlab.data.ImageBatch;

/**
 * What one model makes of the input and of the seed. Immutable.
 *
 * @param reconstruction the input as the model sees it, one image; empty if it cannot or was not
 *     asked
 * @param error the absolute difference to the input, one image, 0 to 1; present with a
 *     reconstruction
 * @param meanError the mean squared difference; 0 without a reconstruction
 * @param samples new images; empty if the model draws none
 * @param searchable whether the reconstruction must be searched for, which takes seconds
 * @param remark one line in the place of what is missing; empty if nothing is
 */
record ModelPictures(
    Optional<ImageBatch> reconstruction,
    Optional<ImageBatch> error,
    double meanError,
    Optional<ImageBatch> samples,
    boolean searchable,
    String remark) {

  static final ModelPictures NOTHING =
      new ModelPictures(Optional.empty(), Optional.empty(), 0, Optional.empty(), false, "");

  ModelPictures withReconstruction(ImageBatch input, ImageBatch seen) {
    float[] difference = new float[input.pixels().length];
    double sum = 0;
    for (int i = 0; i < difference.length; i++) {
      difference[i] = Math.abs(input.pixels()[i] - seen.pixels()[i]);
      sum += (double) difference[i] * difference[i];
    }
    return new ModelPictures(
        Optional.of(seen),
        Optional.of(ImageBatch.unlabelled(input.shape(), difference)),
        sum / difference.length,
        samples,
        searchable,
        "");
  }

  ModelPictures withoutReconstruction(boolean canSearch, String why) {
    return new ModelPictures(Optional.empty(), Optional.empty(), 0, samples, canSearch, why);
  }

  ModelPictures withSamples(Optional<ImageBatch> drawn) {
    return new ModelPictures(reconstruction, error, meanError, drawn, searchable, remark);
  }

  ModelPictures failed(String problem) {
    return new ModelPictures(reconstruction, error, meanError, samples, searchable, problem);
  }
}
