package latentlab.models.origin;

import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import latentlab.models.storage.ModelCard;

/**
 * Says which model made a picture. Immutable.
 *
 * @param id the name of its folder, or of the bundled model; empty if it has none yet
 * @param title its name for people
 * @param family the name of its family
 * @param weightsHash SHA-256 of its weights file, 64 hexadecimal digits; empty if it was not stored
 * @param dataset the name of the data set it was trained on
 */
public record ModelReference(
    String id, String title, String family, Optional<String> weightsHash, String dataset) {

  private static final int LONGEST = 500;

  /**
   * Checks the texts.
   *
   * @throws InvalidInputException if one has more than 500 characters, or the hash is none
   */
  public ModelReference {
    for (String text : new String[] {id, title, family, dataset}) {
      if (text.length() > LONGEST) {
        throw new InvalidInputException(
            "a name of a model has " + text.length() + " characters; expected at most " + LONGEST);
      }
    }
    weightsHash.ifPresent(
        hash -> {
          if (!hash.matches("[0-9a-f]{64}")) {
            throw new InvalidInputException(
                "weights_sha256 must be 64 hexadecimal digits, not " + Quoted.text(hash));
          }
        });
  }

  /**
   * A model by its card.
   *
   * @param id the name of its folder; empty if it has none yet
   * @param title its name for people
   * @param card what is known about it
   * @param weightsHash SHA-256 of its weights file; empty if it was not stored
   * @return the reference; names that are too long are cut
   */
  public static ModelReference of(
      String id, String title, ModelCard card, Optional<String> weightsHash) {
    return new ModelReference(
        cut(id), cut(title), cut(card.family()), weightsHash, cut(card.provenance().dataset()));
  }

  /**
   * Whether two references mean one model: by the weights where both know them, else by the name.
   *
   * @param other another reference
   * @return true if they do
   */
  public boolean means(ModelReference other) {
    if (weightsHash.isPresent() && other.weightsHash.isPresent()) {
      return weightsHash.equals(other.weightsHash);
    }
    return family.equals(other.family) && !id.isEmpty() && id.equals(other.id);
  }

  /**
   * The same with the hash of the weights.
   *
   * @param hash 64 hexadecimal digits, or empty
   * @return the reference
   */
  public ModelReference withHash(Optional<String> hash) {
    return new ModelReference(id, title, family, hash, dataset);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
