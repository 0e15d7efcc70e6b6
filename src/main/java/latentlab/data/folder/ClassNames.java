package latentlab.data.folder;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import latentlab.data.ImageSet;

/** What the classes of a data set are called: known for well-known folders, else their numbers. */
final class ClassNames {

  private static final List<String> DIGITS = numbers(10);

  private static final List<String> FASHION =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private ClassNames() {}

  /** The names for the labels in these parts; none if no part has labels. */
  static List<String> of(String folderName, List<ImageSet> parts) {
    int classes = parts.stream().mapToInt(ClassNames::classCount).max().orElse(0);
    if (classes == 0) {
      return List.of();
    }
    List<String> known = knownNames(folderName);
    return known.size() >= classes ? known : numbers(classes);
  }

  private static List<String> knownNames(String folderName) {
    return switch (folderName.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")) {
      case "mnist" -> DIGITS;
      case "fashionmnist", "fashion" -> FASHION;
      default -> List.of();
    };
  }

  private static int classCount(ImageSet part) {
    if (!part.isLabelled()) {
      return 0;
    }
    return 1 + IntStream.range(0, part.size()).map(part::label).max().orElse(-1);
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }
}
