package latentlab.models;

import latentlab.random.Seed;

/**
 * A kind of generative model, from which models are made by a config. Stateless; any thread may use
 * it.
 *
 * @param <C> the record that holds the settings
 */
public interface ModelFamily<C extends Record & ModelConfig> {

  /**
   * The name for options and files.
   *
   * @return lower-case words joined by hyphens, unique among the families
   */
  String name();

  /**
   * The name for people.
   *
   * @return a few words
   */
  String title();

  /**
   * What the family is, for someone who has not met it.
   *
   * @return one sentence
   */
  String summary();

  /**
   * The settings that a new model starts from.
   *
   * @return a config that trains well on 28x28 digits
   */
  C defaultConfig();

  /**
   * Makes a model with freshly initialised weights.
   *
   * @param config its settings
   * @param images what it will be trained on
   * @param seed decides the initial weights
   * @return a model, owned by the thread that calls
   * @throws latentlab.failure.InvalidInputException if the config does not fit the images
   */
  GenerativeModel create(C config, ImageDomain images, Seed seed);

  /**
   * The record type of the settings.
   *
   * @return the class of {@link #defaultConfig()}
   */
  @SuppressWarnings("unchecked") // A record is final, so the class of an instance is C's own.
  default Class<C> configType() {
    return (Class<C>) defaultConfig().getClass();
  }
}
