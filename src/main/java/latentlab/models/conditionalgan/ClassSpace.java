package latentlab.models.conditionalgan;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.adversarial.AdversarialModel;

/**
 * The latent space as it is for one class.
 *
 * @param model what draws
 * @param label the class of every image
 */
record ClassSpace(ConditionalGanModel model, int label) implements LatentSpace {

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public float latentExtent() {
    return AdversarialModel.EXTENT;
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    int[] labels = new int[codes.count()];
    Arrays.fill(labels, label);
    return model.decode(codes, labels);
  }
}
