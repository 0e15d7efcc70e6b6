package latentlab.models.conditionalvae;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.Encoder;
import latentlab.models.LatentCodes;

/**
 * The latent space as it is for one class; codes are in units of the prior of that class.
 *
 * @param model what encodes and decodes
 * @param label the class of every image
 */
record ClassSpace(ConditionalVaeModel model, int label) implements Encoder {

  /** In units of the prior's standard deviation: 99.7% of codes lie within. */
  private static final float EXTENT = 3f;

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public float latentExtent() {
    return EXTENT;
  }

  @Override
  public LatentCodes encode(ImageBatch images) {
    return model.encode(images, labels(images.count()));
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return model.decode(codes, labels(codes.count()));
  }

  private int[] labels(int count) {
    int[] labels = new int[count];
    Arrays.fill(labels, label);
    return labels;
  }
}
