package latentlab.models.storage;

import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * A model as read from its folder, checked but not yet live. Immutable; any thread may read it.
 *
 * @param card what is known about it
 * @param weights its weights, all finite
 * @param weightsSource where the weights come from, as messages call it: the path of their file
 */
public record StoredModel(ModelCard card, Tensors weights, String weightsSource) {

  /**
   * A model that was not read from a file.
   *
   * @param card what is known about it
   * @param weights its weights
   */
  public StoredModel(ModelCard card, Tensors weights) {
    this(card, weights, "the weights");
  }

  /**
   * Makes it live.
   *
   * @param families must have the model's family
   * @return a model with these weights, owned by the thread that calls
   * @throws InvalidInputException if the family is unknown, the config does not fit the images, or
   *     the weights are those of another config; the message names their file
   */
  public GenerativeModel open(ModelFamilies families) {
    GenerativeModel model = make(families);
    try {
      model.setWeights(weights);
      return model;
    } catch (InvalidInputException e) {
      model.close();
      throw new InvalidInputException(
          weightsSource + " does not fit the config of the model: " + e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      model.close();
      throw e;
    }
  }

  private GenerativeModel make(ModelFamilies families) {
    try {
      return create(families.named(card.family()));
    } catch (InvalidInputException e) {
      throw new InvalidInputException("the model of " + weightsSource + ": " + e.getMessage(), e);
    }
  }

  private <C extends Record & ModelConfig> GenerativeModel create(ModelFamily<C> family) {
    if (!family.configType().isInstance(card.config())) {
      throw new InvalidInputException(
          "the config is of another family than '" + family.name() + "': " + card.config());
    }
    C config = family.configType().cast(card.config());
    return family.create(config, card.images(), new Seed(card.provenance().seed()));
  }
}
