package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import org.jspecify.annotations.Nullable;

/** The images of one drawing, as far as they have come, and what the classifier thinks of them. */
final class SheetContent {

  private final ImageShape shape;
  private final ClassChoices choices;
  private final List<Arrived> arrived = new ArrayList<>();
  private final @Nullable Verdict[] verdicts;

  SheetContent(ImageShape shape, ClassChoices choices) {
    this.shape = shape;
    this.choices = choices;
    verdicts = new @Nullable Verdict[choices.total()];
  }

  ImageShape shape() {
    return shape;
  }

  ClassChoices choices() {
    return choices;
  }

  int rows() {
    return choices.labels().size();
  }

  int label(int row) {
    return choices.labels().get(row);
  }

  /** In the order in which they came. */
  List<Arrived> arrived() {
    return arrived;
  }

  void add(SheetPart part, ImageBatch images) {
    arrived.add(new Arrived(part, images));
  }

  void add(SheetPart part, List<Verdict> some) {
    for (int i = 0; i < some.size(); i++) {
      verdicts[part.row() * choices.count() + part.from() + i] = some.get(i);
    }
  }

  /** What an image is taken for, if that is known already. */
  Optional<Verdict> verdict(int row, int index) {
    return Optional.ofNullable(verdicts[row * choices.count() + index]);
  }

  /** The pixels of an image, if it has come: [1, height, width, channels]. */
  Optional<ImageBatch> image(int row, int index) {
    return arrived.stream()
        .filter(some -> some.part().row() == row)
        .filter(some -> some.part().from() <= index && index < some.part().to())
        .findFirst()
        .map(some -> ImageBatch.unlabelled(shape, some.images().image(index - some.part().from())));
  }

  /** All images, a row of the picture for each class; empty until all have come. */
  Optional<ImageBatch> images() {
    int size = shape.size();
    float[] pixels = new float[choices.total() * size];
    int came = 0;
    for (Arrived some : arrived) {
      SheetPart part = some.part();
      float[] source = some.images().pixels();
      int place = part.row() * choices.count() + part.from();
      System.arraycopy(source, 0, pixels, place * size, part.count() * size);
      came += part.count();
    }
    return came == choices.total()
        ? Optional.of(ImageBatch.unlabelled(shape, pixels))
        : Optional.empty();
  }

  Agreement agreement() {
    int judged = 0;
    int agreeing = 0;
    for (int row = 0; row < rows(); row++) {
      for (int i = 0; i < choices.count(); i++) {
        Optional<Verdict> verdict = verdict(row, i);
        judged += verdict.isPresent() ? 1 : 0;
        int asked = label(row);
        agreeing += verdict.filter(found -> found.label() == asked).isPresent() ? 1 : 0;
      }
    }
    return new Agreement(agreeing, judged);
  }

  /**
   * Images that were made together.
   *
   * @param part which
   * @param images [part.count, height, width, channels]
   */
  record Arrived(SheetPart part, ImageBatch images) {}

  /**
   * How often the classifier sees the class that was asked for.
   *
   * @param agreeing images in which it does
   * @param judged images in all
   */
  record Agreement(int agreeing, int judged) {}
}
