package latentlab.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentlab.failure.UserException;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.models.storage.ModelCard;
import latentlab.models.storage.ModelFolder;
import latentlab.ui.session.ModelTitle;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.WeightsHash;
import latentlab.ui.text.Messages;

/**
 * Reads the cards of stored models. Any thread may call.
 *
 * @param bundled the models that come with the program
 * @param messages the words
 */
record StoredModels(BundledModels bundled, Messages messages) {

  /**
   * The bundled models in alphabetical order, then those of other folders; damaged and absent ones
   * are left out.
   */
  List<ShelvedModel> all(List<Path> folders, ModelFamilies families) {
    List<ShelvedModel> models = new ArrayList<>();
    bundled.names().forEach(name -> addIfSound(bundled.folder().resolve(name), families, models));
    folders.forEach(folder -> addIfSound(folder, families, models));
    return models;
  }

  private void addIfSound(Path folder, ModelFamilies families, List<ShelvedModel> models) {
    try {
      models.add(read(folder, families));
    } catch (UserException damaged) {
      // The command "models" tells what is wrong with it; the others can be used.
    }
  }

  /** The bundled model of a name. */
  Optional<ShelvedModel> named(String name, ModelFamilies families) {
    return bundled.names().contains(name)
        ? Optional.of(read(name, bundled.folder().resolve(name), families))
        : Optional.empty();
  }

  /**
   * The model of any folder.
   *
   * @throws latentlab.failure.UserException if the folder holds no sound model
   */
  ShelvedModel read(Path folder, ModelFamilies families) {
    Path whole = folder.toAbsolutePath().normalize();
    return whole.equals(bundled.folder().resolve(name(whole)).toAbsolutePath().normalize())
        ? read(name(whole), folder, families)
        : read(whole.toString(), folder, families);
  }

  private ShelvedModel read(String id, Path folder, ModelFamilies families) {
    ModelFolder stored = new ModelFolder(folder);
    ModelCard card = stored.readCard(families);
    String kind =
        ModelTitle.of(
            families.named(card.family()), card.config(), card.provenance().dataset(), messages);
    return new ShelvedModel(
        id,
        messages.text("model.stored", name(folder.toAbsolutePath().normalize()), kind),
        card,
        () -> stored.read(families).open(families),
        new WeightsHash(stored::weightsHash));
  }

  private static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
