package latentlab.ui.latent;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.BareModel;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;
import latentlab.ui.session.ExploredModel;

/** A model that cannot learn; two of its kinds decode as {@link BlobDecoder} does. */
class BlobModel extends BareModel {

  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(BlobDecoder.SIDE, BlobDecoder.SIDE, 1), List.of());

  static final List<String> CLASSES = List.of("left", "middle", "right");

  /** A model of the kind that decodes, to be explored. */
  static ExploredModel explored(int latentSize, boolean live) {
    return explored(new ModelReplica("blob", () -> new Decodable(latentSize)), live);
  }

  /** A model of the kind that decodes and encodes, to be explored. */
  static ExploredModel encoding(int latentSize, boolean live) {
    return explored(new ModelReplica("blob", () -> new Encoding(latentSize)), live);
  }

  /** A model of the kind that is told the class, to be explored. */
  static ExploredModel conditional(int latentSize) {
    return explored(new ModelReplica("blob", () -> new Conditional(latentSize)), false);
  }

  /** A model of the kind that does not decode, to be explored. */
  static ExploredModel withoutLatentSpace() {
    return explored(new ModelReplica("blob", () -> new BlobModel(IMAGES)), false);
  }

  private static ExploredModel explored(ModelReplica replica, boolean live) {
    ModelCard card =
        new ModelCard(
            "blob",
            new Config(),
            IMAGES,
            new ModelCard.Provenance("none", "", 1, 1, 0, Map.of(), "test"));
    return new ExploredModel("Blobs", card, replica, live);
  }

  private BlobModel(ImageDomain images) {
    super(images);
  }

  private record Config() implements ModelConfig {}

  /** The kind that is told the class, which moves the spot to the right. */
  private static final class Conditional extends BlobModel implements ClassConditional {

    private final int latentSize;

    Conditional(int latentSize) {
      super(new ImageDomain(IMAGES.shape(), CLASSES));
      this.latentSize = latentSize;
    }

    @Override
    public LatentSpace ofClass(int label) {
      return new Decodable(latentSize) {
        @Override
        public ImageBatch decode(LatentCodes codes) {
          float[] moved = codes.values().clone();
          for (int i = 0; i < moved.length; i += codes.size()) {
            moved[i] += label;
          }
          return super.decode(new LatentCodes(codes.count(), codes.size(), moved));
        }
      };
    }
  }

  /** The kind that has a latent space. */
  private static class Decodable extends BlobModel implements LatentSpace {

    private final int latentSize;

    Decodable(int latentSize) {
      super(IMAGES);
      this.latentSize = latentSize;
    }

    @Override
    public int latentSize() {
      return latentSize;
    }

    @Override
    public float latentExtent() {
      return 3;
    }

    @Override
    public ImageBatch decode(LatentCodes codes) {
      return BlobDecoder.blobs(codes);
    }
  }

  /** The kind that has an encoder too, for which all images have one code. */
  private static final class Encoding extends Decodable implements Encoder {

    Encoding(int latentSize) {
      super(latentSize);
    }

    @Override
    public LatentCodes encode(ImageBatch images) {
      return new LatentCodes(
          images.count(), latentSize(), new float[images.count() * latentSize()]);
    }
  }
}
