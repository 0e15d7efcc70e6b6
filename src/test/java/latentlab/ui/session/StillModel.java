package latentlab.ui.session;

import java.util.Map;
import java.util.function.Supplier;
import latentlab.models.BareModel;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;

/** A bare model that can lie on a shelf, to be given the capabilities of a test. */
public abstract class StillModel extends BareModel {

  protected StillModel(ImageDomain images) {
    super(images);
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

  private record NoConfig() implements ModelConfig {}
}
