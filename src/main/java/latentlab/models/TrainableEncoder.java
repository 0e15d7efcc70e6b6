package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: the encoder can be trained further by what somebody else makes of its codes. */
public interface TrainableEncoder extends Encoder {

  /**
   * The codes of some images, remembering what the backward pass needs.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param seed decides the noise of layers that have some
   * @return [count, latentSize], without sampling
   */
  LatentCodes encodeInTraining(ImageBatch images, Seed seed);

  /**
   * One update of the encoder's weights, after {@link #encodeInTraining}.
   *
   * @param codeErrors [count, latentSize], the derivative of the loss by each code
   * @param rateFactor multiplies the config's learning rate
   */
  void descend(float[] codeErrors, double rateFactor);
}
