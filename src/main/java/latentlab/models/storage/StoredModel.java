package latentlab.models.storage;

import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.PriorSampler;
import latentlab.models.prior.CodeSampler;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/**
 * A model as read from its folder, checked but not yet live. Immutable; any thread may read it.
 *
 * @param card what is known about it
 * @param weights its weights, all finite
 * @param weightsSource where the weights come from, as messages call it: the path of their file
 * @param prior what was fitted to its codes after the training, if anything
 */
public record StoredModel(
    ModelCard card, Tensors weights, String weightsSource, Optional<StoredPrior> prior) {

  /**
   * A model that was not read from a file.
   *
   * @param card what is known about it
   * @param weights its weights
   */
  public StoredModel(ModelCard card, Tensors weights) {
    this(card, weights, "the weights", Optional.empty());
  }

  /**
   * The same model with a prior.
   *
   * @param fitted what was fitted to its codes
   * @return a model that samples from it
   */
  public StoredModel withPrior(StoredPrior fitted) {
    return new StoredModel(card, weights, weightsSource, Optional.of(fitted));
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

  /**
   * What draws new images of this model: its fitted prior, or else the model itself.
   *
   * @param model this model, live; what is returned belongs to its thread and ends with it
   * @return empty if the model has no prior, neither fitted nor of its own
   * @throws InvalidInputException if the fitted prior is not sound, or made for another number of
   *     latent dimensions; the message names its file
   */
  public Optional<PriorSampler> sampler(GenerativeModel model) {
    if (prior.isPresent()) {
      StoredPrior fitted = prior.get();
      if (!(model instanceof LatentSpace space) || space.latentSize() != fitted.size()) {
        throw new InvalidInputException(
            fitted.source()
                + " holds a prior over "
                + fitted.size()
                + " dimensions; the model's latent space is another one");
      }
      return Optional.of(new CodeSampler(fitted.open(), space));
    }
    return model instanceof PriorSampler own ? Optional.of(own) : Optional.empty();
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
