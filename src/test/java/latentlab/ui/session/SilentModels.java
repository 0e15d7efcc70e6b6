package latentlab.ui.session;

import java.util.List;
import java.util.Map;
import latentlab.data.ImageShape;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.training.ModelReplica;

/** Models that can be passed about but answer nothing. */
public final class SilentModels {

  private SilentModels() {}

  /** A model with this title whose replica must not be asked. */
  public static ExploredModel named(String title, boolean live) {
    ModelCard card =
        new ModelCard(
            "none",
            new NoConfig(),
            new ImageDomain(new ImageShape(1, 1, 1), List.of()),
            new ModelCard.Provenance("none", "", 0, 1, 0, Map.of(), "test"));
    ModelReplica replica =
        new ModelReplica(
            "test-replica",
            () -> {
              throw new UnsupportedOperationException("never asked");
            });
    return new ExploredModel(title, card, replica, live);
  }

  private record NoConfig() implements ModelConfig {}
}
