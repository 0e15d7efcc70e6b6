package latentlab.ui.training;

import java.util.List;
import java.util.Optional;
import latentlab.data.property.ImageProperty;
import latentlab.data.view.DatasetSelection;

/** By which measured property a data set is made into two classes, if by any. */
enum SplitChoice {
  /** Its own classes. */
  NONE(Optional.empty()),
  /** Thin and thick. */
  THICKNESS(Optional.of(ImageProperty.THICKNESS)),
  /** Upright and slanted. */
  SLANT(Optional.of(ImageProperty.SLANT));

  private final Optional<ImageProperty> property;

  SplitChoice(Optional<ImageProperty> property) {
    this.property = property;
  }

  /** The name of what becomes of a data set. */
  String nameIn(String dataset) {
    return new DatasetSelection(List.of(), property).nameIn(dataset);
  }
}
