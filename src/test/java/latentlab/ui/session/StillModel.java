package latentlab.ui.session;

import java.util.Map;
import java.util.function.Supplier;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelTrainer;
import latentlab.models.storage.ModelCard;
import latentlab.storage.Tensors;

/** A model that cannot learn, to be given the capabilities of a test. */
public abstract class StillModel implements GenerativeModel {

  private final ImageDomain images;

  protected StillModel(ImageDomain images) {
    this.images = images;
  }

  /** A model on a shelf, with this id and title. */
  public static ShelvedModel shelved(
      String id, ImageDomain images, Supplier<? extends GenerativeModel> opener) {
    ModelCard card =
        new ModelCard(
            "still",
            new NoConfig(),
            images,
            new ModelCard.Provenance("stills", "", 1, 1, 0, Map.of(), "test"));
    return new ShelvedModel(id, id, card, opener);
  }

  @Override
  public final ImageDomain images() {
    return images;
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

  private record NoConfig() implements ModelConfig {}
}
