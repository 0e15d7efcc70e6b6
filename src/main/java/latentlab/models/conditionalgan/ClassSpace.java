package latentlab.models.conditionalgan;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.adversarial.AdversarialModel;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * The latent space as it is for one class.
 *
 * @param model what draws
 * @param label the class of every image
 */
record ClassSpace(ConditionalGanModel model, int label) implements Inverter {

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public float latentExtent() {
    return AdversarialModel.EXTENT;
  }

  @Override
  public LatentCodes invert(
      ImageBatch images,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    return model.invert(images, label, settings, seed, progress, cancellation);
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    int[] labels = new int[codes.count()];
    Arrays.fill(labels, label);
    return model.decode(codes, labels);
  }
}
