package latentlab.training;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelTrainer;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A model that can do nothing but sample: noise of 8x8 pixels. */
final class SamplingModel implements GenerativeModel, PriorSampler {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);

  @Override
  public ImageBatch sample(int count, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] pixels = new float[count * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  @Override
  public ImageDomain images() {
    return new ImageDomain(SHAPE, List.of());
  }

  @Override
  public long parameterCount() {
    return 0;
  }

  @Override
  public Tensors weights() {
    throw new UnsupportedOperationException("there are no weights");
  }

  @Override
  public void setWeights(Tensors weights) {
    throw new UnsupportedOperationException("there are no weights");
  }

  @Override
  public ModelTrainer trainer() {
    throw new UnsupportedOperationException("the model cannot learn");
  }

  @Override
  public void close() {}
}
