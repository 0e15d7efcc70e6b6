package latentlab.ui.latent;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.ModelConfig;
import latentlab.models.ModelTrainer;
import latentlab.models.storage.ModelCard;
import latentlab.storage.Tensors;
import latentlab.training.ModelReplica;
import latentlab.ui.session.ExploredModel;

/** A model that cannot learn; one of its two kinds decodes as {@link BlobDecoder} does. */
class BlobModel implements GenerativeModel {

  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(BlobDecoder.SIDE, BlobDecoder.SIDE, 1), List.of());

  /** A model of the kind that decodes, to be explored. */
  static ExploredModel explored(int latentSize, boolean live) {
    return explored(new ModelReplica("blob", () -> new Decodable(latentSize)), live);
  }

  /** A model of the kind that does not decode, to be explored. */
  static ExploredModel withoutLatentSpace() {
    return explored(new ModelReplica("blob", BlobModel::new), false);
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

  @Override
  public ImageDomain images() {
    return IMAGES;
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

  private record Config() implements ModelConfig {}

  /** The kind that has a latent space. */
  private static final class Decodable extends BlobModel implements LatentSpace {

    private final int latentSize;

    Decodable(int latentSize) {
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
}
