package latentlab.models.description;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.StoredPrior;
import latentlab.storage.Precision;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * What there is to say about a model: what it is, how it was made, what was measured and what it
 * can be used for. Immutable; any thread may read it.
 *
 * @param name what the model's folder is called
 * @param family its family
 * @param card what is known about it
 * @param parameters how many numbers training changes
 * @param uses commands that it can serve, without the option that names it
 * @param weights how large its weights are; empty if nothing was said of them
 * @param prior the kind of a prior that was fitted to its codes
 * @param recipe the name of the recipe by which it was made
 * @param figures what was measured; without them, the metrics of the card are shown
 */
public record ModelDescription(
    String name,
    ModelFamily<?> family,
    ModelCard card,
    long parameters,
    List<String> uses,
    Optional<String> weights,
    Optional<String> prior,
    Optional<String> recipe,
    Optional<MeasuredFigures> figures) {

  private static final double BYTES_PER_MEGABYTE = 1e6;
  private static final int BITS_PER_BYTE = 8;

  /** Copies the uses. */
  public ModelDescription {
    uses = List.copyOf(uses);
  }

  /**
   * Describes a model.
   *
   * @param name what its folder is called
   * @param family its family
   * @param card what is known about it
   * @param model the model, asked on its own thread for its capabilities; not kept
   * @return a description without figures
   */
  public static ModelDescription of(
      String name, ModelFamily<?> family, ModelCard card, GenerativeModel model) {
    return new ModelDescription(
        name,
        family,
        card,
        model.parameterCount(),
        ModelUses.of(model),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Says how large the weights are.
   *
   * @param tensors the weights
   * @param precision in which they are stored
   * @return this with their size
   */
  public ModelDescription withWeights(Tensors tensors, Precision precision) {
    long values = 0;
    for (Tensor tensor : tensors.byName().values()) {
      values += tensor.values().length;
    }
    int bytes = precision == Precision.HALF ? Short.BYTES : Float.BYTES;
    String size =
        String.format(
            Locale.ROOT,
            "%.2f MB, %d bits each",
            values * bytes / BYTES_PER_MEGABYTE,
            bytes * BITS_PER_BYTE);
    return new ModelDescription(
        name, family, card, parameters, uses, Optional.of(size), prior, recipe, figures);
  }

  /**
   * Says that a prior was fitted, by which the model can draw new images.
   *
   * @param fitted the prior
   * @return this with its kind
   */
  public ModelDescription withPrior(StoredPrior fitted) {
    List<String> more = new ArrayList<>(uses);
    if (uses.stream().noneMatch(use -> use.equals(ModelUses.GENERATE))) {
      more.add(0, ModelUses.GENERATE);
    }
    String kind = fitted.settings().kind().name().toLowerCase(Locale.ROOT);
    return new ModelDescription(
        name, family, card, parameters, more, weights, Optional.of(kind), recipe, figures);
  }

  /**
   * Names the recipe.
   *
   * @param recipeName as the recipes of the program's source call it
   * @return this with the recipe
   */
  public ModelDescription withRecipe(String recipeName) {
    return new ModelDescription(
        name, family, card, parameters, uses, weights, prior, Optional.of(recipeName), figures);
  }

  /**
   * Adds what was measured.
   *
   * @param measured the figures
   * @return this with them, in place of the card's metrics
   */
  public ModelDescription withFigures(MeasuredFigures measured) {
    return new ModelDescription(
        name, family, card, parameters, uses, weights, prior, recipe, Optional.of(measured));
  }

  /**
   * The settings that differ from the family's defaults of this version.
   *
   * @return their values as {@code --set} takes them, by name, in the order of the family
   */
  public Map<String, String> ownSettings() {
    return ownSettings(family);
  }

  private <C extends Record & ModelConfig> Map<String, String> ownSettings(ModelFamily<C> known) {
    ConfigSchema<C> schema = ConfigSchema.of(known.configType());
    C own = known.configType().cast(card.config());
    Map<String, String> settings = new LinkedHashMap<>();
    schema
        .fields()
        .forEach(
            field -> {
              String text = schema.textOf(own, field);
              if (!text.equals(schema.textOf(known.defaultConfig(), field))) {
                settings.put(field.name(), text);
              }
            });
    return settings;
  }

  /**
   * The description as Markdown.
   *
   * @return lines, with a line break at the end
   */
  public String toMarkdown() {
    return DescriptionText.of(this);
  }
}
