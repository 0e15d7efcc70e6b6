package latentlab.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/**
 * What models make of the same input and seed as one picture: in each row the input, the input as
 * the model sees it, the error, and new images. What a model cannot make stays black; models of
 * images of another size are left out.
 *
 * @param titles of the models, row by row
 * @param images [rows * {@link #COLUMNS}, height, width, channels]; empty without rows
 */
record PictureTable(List<String> titles, Optional<ImageBatch> images) {

  /** Images in a row. */
  static final int COLUMNS = 3 + PicturesViewModel.SAMPLES;

  /** The table of some models. */
  static PictureTable of(Optional<ImageBatch> input, List<ComparedModelViewModel> models) {
    Optional<ImageShape> shape =
        input
            .map(ImageBatch::shape)
            .or(
                () ->
                    models.stream()
                        .flatMap(model -> model.pictures().get().samples().stream())
                        .map(ImageBatch::shape)
                        .findFirst());
    return shape
        .map(size -> of(size, input, models))
        .orElseGet(() -> new PictureTable(List.of(), Optional.empty()));
  }

  private static PictureTable of(
      ImageShape shape, Optional<ImageBatch> input, List<ComparedModelViewModel> models) {
    List<String> titles = new ArrayList<>();
    List<float[]> rows = new ArrayList<>();
    for (ComparedModelViewModel model : models) {
      ModelPictures made = model.pictures().get();
      float[] row = new float[COLUMNS * shape.size()];
      int filled = put(row, 1, shape, made.reconstruction());
      filled += put(row, 2, shape, made.error());
      filled += put(row, 3, shape, made.samples());
      if (filled > 0) {
        put(row, 0, shape, input);
        titles.add(model.title());
        rows.add(row);
      }
    }
    float[] pixels = new float[rows.size() * COLUMNS * shape.size()];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, pixels, i * rows.get(i).length, rows.get(i).length);
    }
    return new PictureTable(
        List.copyOf(titles),
        rows.isEmpty() ? Optional.empty() : Optional.of(ImageBatch.unlabelled(shape, pixels)));
  }

  /** How many images were there to be put. */
  private static int put(float[] row, int column, ImageShape shape, Optional<ImageBatch> images) {
    if (images.isEmpty() || !images.get().shape().equals(shape)) {
      return 0;
    }
    float[] source = images.get().pixels();
    int start = column * shape.size();
    System.arraycopy(source, 0, row, start, Math.min(source.length, row.length - start));
    return images.get().count();
  }
}
