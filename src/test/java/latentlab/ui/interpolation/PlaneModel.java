package latentlab.ui.interpolation;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.BareModel;
import latentlab.models.Encoder;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;

/** A model that cannot learn, of images of two pixels. */
class PlaneModel extends BareModel {

  static final ImageShape SHAPE = new ImageShape(1, 2, 1);

  /** An image of two values. */
  static ImageBatch image(float first, float second, int... labels) {
    return new ImageBatch(SHAPE, 1, new float[] {first, second}, labels);
  }

  PlaneModel() {
    super(new ImageDomain(SHAPE, List.of("a", "b")));
  }

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
