package latentlab.ui.latent.points;

import java.util.List;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.models.LatentCodes;

/** Points for tests: images of one pixel, whose classes take turns. */
final class Clouds {

  static final List<String> CLASSES = List.of("cat", "dog");

  private static final ImageShape SHAPE = new ImageShape(1, 1, 1);

  private Clouds() {}

  /** Images whose number, modulo 256, is their brightness. */
  static ImageSet images(int count) {
    byte[] pixels = new byte[count];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      pixels[i] = (byte) i;
      labels[i] = (byte) (i % 2);
    }
    return new ImageSet(SHAPE, pixels, labels);
  }

  static PointCloud of(LatentCodes codes) {
    return new PointCloud(
        "test", true, images(codes.count()), CLASSES, codes, PrincipalComponents.of(codes));
  }
}
