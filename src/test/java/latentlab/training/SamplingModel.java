package latentlab.training;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.BareModel;
import latentlab.models.ImageDomain;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;

/** A model that can do nothing but sample: noise of 8x8 pixels. */
final class SamplingModel extends BareModel implements PriorSampler {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);

  SamplingModel() {
    super(new ImageDomain(SHAPE, List.of()));
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] pixels = new float[count * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(SHAPE, pixels);
  }
}
