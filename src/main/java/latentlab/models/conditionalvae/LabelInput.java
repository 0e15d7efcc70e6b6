package latentlab.models.conditionalvae;

/** How networks are told a class. */
public enum LabelInput {
  /** A number for each class, 1 for the one that it is and 0 for the others. */
  ONE_HOT,
  /** A vector learnt for each class. */
  EMBEDDING
}
