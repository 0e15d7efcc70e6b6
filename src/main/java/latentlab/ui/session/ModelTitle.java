package latentlab.ui.session;

import java.util.Optional;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.ui.text.Messages;

/** Names models for people. */
public final class ModelTitle {

  /** The setting that families with a latent space have for its size. */
  private static final String LATENT = "latent";

  private ModelTitle() {}

  /**
   * What a model is and what it has learnt from.
   *
   * @param family its family
   * @param config its settings, of the family's type
   * @param dataset the name of its data
   * @param messages the words
   * @param <C> the family's config
   * @return such as "Variational autoencoder with 2 latent dimensions, mnist"
   */
  public static <C extends Record & ModelConfig> String of(
      ModelFamily<C> family, ModelConfig config, String dataset, Messages messages) {
    ConfigSchema<C> schema = ConfigSchema.of(family.configType());
    Optional<Integer> size =
        schema.fields().stream()
            .filter(field -> field.name().equals(LATENT) && field.type() == int.class)
            .map(field -> schema.textOf(family.configType().cast(config), field))
            .map(Integer::valueOf)
            .findFirst();
    String title = messages.terms().title(family);
    return size.map(latent -> messages.text("model.title.latent", title, latent, dataset))
        .orElseGet(() -> messages.text("model.title", title, dataset));
  }
}
