package latentlab.models.recurrent;

import com.google.auto.service.AutoService;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.PixelLoss;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Autoencoders that read and draw images row by row. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class RecurrentFamily implements ModelFamily<RecurrentConfig> {

  /** For the service loader. */
  public RecurrentFamily() {}

  @Override
  public String name() {
    return "recurrent-autoencoder";
  }

  @Override
  public String title() {
    return "Recurrent autoencoder";
  }

  @Override
  public String summary() {
    return "Reads an image row by row into one code, and draws it row by row from that code.";
  }

  @Override
  public RecurrentConfig defaultConfig() {
    return new RecurrentConfig(
        16, RecurrentCell.GRU, 128, PixelLoss.MSE, 1, 5e-3, RateSchedule.COSINE);
  }

  @Override
  public GenerativeModel create(RecurrentConfig config, ImageDomain images, Seed seed) {
    return new RecurrentModel(config, images, seed);
  }
}
