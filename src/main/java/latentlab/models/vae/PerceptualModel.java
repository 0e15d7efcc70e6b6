package latentlab.models.vae;

import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageClassifier;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelFolder;

/**
 * The trained classifier that a perceptual term asks.
 *
 * @param model owns the classifier's memory
 * @param classifier the same model
 */
record PerceptualModel(GenerativeModel model, ImageClassifier classifier) {

  /**
   * Reads it.
   *
   * @param name a bundled model's name, or a folder
   * @param images what it shall judge
   * @return a live classifier of the calling thread
   * @throws InvalidInputException if there is no such model, or it cannot judge such images
   */
  static PerceptualModel open(String name, ImageShape images) {
    ModelFamilies families = ModelFamilies.discover();
    GenerativeModel model =
        new ModelFolder(BundledModels.ofProgram().locate("perceptualModel", name))
            .read(families)
            .open(families);
    if (model instanceof ImageClassifier classifier && model.images().shape().equals(images)) {
      return new PerceptualModel(model, classifier);
    }
    String what =
        model instanceof ImageClassifier
            ? "judges images of " + model.images().shape()
            : "is not a classifier";
    model.close();
    throw new InvalidInputException(
        "perceptualModel '" + name + "' " + what + "; expected a classifier of " + images);
  }
}
