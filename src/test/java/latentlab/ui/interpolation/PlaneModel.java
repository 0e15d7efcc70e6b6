package latentlab.ui.interpolation;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.ModelTrainer;
import latentlab.storage.Tensors;

/** A model that cannot learn, of images of two pixels. */
class PlaneModel implements GenerativeModel {

  static final ImageShape SHAPE = new ImageShape(1, 2, 1);

  /** An image of two values. */
  static ImageBatch image(float first, float second, int... labels) {
    return new ImageBatch(SHAPE, 1, new float[] {first, second}, labels);
  }

  @Override
  public ImageDomain images() {
    return new ImageDomain(SHAPE, List.of("a", "b"));
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

  /** Draws its codes. */
  static class Drawing extends PlaneModel implements LatentSpace {

    @Override
    public int latentSize() {
      return 2;
    }

    @Override
    public float latentExtent() {
      return 3;
    }

    @Override
    public ImageBatch decode(LatentCodes codes) {
      return ImageBatch.unlabelled(SHAPE, codes.values().clone());
    }
  }

  /** Its codes are its images. */
  static final class Both extends Drawing implements Encoder {

    @Override
    public LatentCodes encode(ImageBatch images) {
      return new LatentCodes(images.count(), 2, images.pixels().clone());
    }
  }
}
