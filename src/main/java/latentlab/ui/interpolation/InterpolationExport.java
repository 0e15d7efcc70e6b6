package latentlab.ui.interpolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.GifAnimation;
import latentlab.data.image.ImageFile;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.models.origin.DescribedPicture;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.CodesFile;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** Writes what the tab shows to files, in the background. For the JavaFX thread. */
final class InterpolationExport {

  private static final int FRAMES = 60;
  private static final int FRAME_MILLIS = 60;

  /** Side of a picture in a film, in pixels, about. */
  private static final int SIDE = 224;

  private final InterpolationViewModel viewModel;
  private final Supplier<Optional<ImageOrigin>> origin;
  private final Executor background;
  private final Messages messages;

  /** {@code origin} tells how the first strip was made. */
  InterpolationExport(
      InterpolationViewModel viewModel,
      Supplier<Optional<ImageOrigin>> origin,
      Executor background,
      Messages messages) {
    this.viewModel = viewModel;
    this.origin = origin;
    this.background = background;
    this.messages = messages;
  }

  /** Writes a film of all lanes beside each other; to and fro if that is chosen. */
  void writeGif(Path file) {
    List<CompletableFuture<ImageBatch>> asked =
        viewModel.lanes().stream()
            .map(lane -> lane.frames(FRAMES))
            .flatMap(Optional::stream)
            .toList();
    boolean back = viewModel.film().toAndFro().get();
    int delay = (int) Math.max(20, Math.round(FRAME_MILLIS / viewModel.film().speed().get()));
    viewModel.tell(
        CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
            .thenApplyAsync(
                ready -> {
                  List<ImageBatch> films = new ArrayList<>();
                  asked.forEach(film -> films.add(film.join()));
                  requireSome(films.isEmpty() ? null : films);
                  ImageBatch beside = beside(films);
                  ImageBatch whole = back ? thereAndBack(beside) : beside;
                  int scale = Math.max(1, SIDE / whole.shape().height());
                  GifAnimation.write(file, whole, scale, delay);
                  return messages.text("interpolation.exported", file);
                },
                background));
  }

  /** Writes the strips of all lanes beneath each other, with the origin of the first one. */
  void writePng(Path file) {
    ImageBatch strips = viewModel.strips();
    int columns = viewModel.pictures().get();
    Map<String, String> texts = origin.get().map(DescribedPicture::texts).orElse(Map.of());
    viewModel.tell(
        CompletableFuture.supplyAsync(
            () -> {
              ImageFile.write(file, requireSome(strips), columns, texts);
              return messages.text("interpolation.exported", file);
            },
            background));
  }

  /** Writes the codes of the first lane's strip. */
  void writeCodes(Path file) {
    @Nullable LatentCodes codes =
        viewModel.lanes().isEmpty() ? null : viewModel.lanes().get(0).stripCodes().orElse(null);
    viewModel.tell(
        CompletableFuture.supplyAsync(
            () -> {
              CodesFile.write(file, requireSome(codes));
              return messages.text("interpolation.exported", file);
            },
            background));
  }

  private <T> T requireSome(@Nullable T thing) {
    if (thing == null) {
      throw new InvalidInputException(messages.text("interpolation.exported.nothing"));
    }
    return thing;
  }

  /** Frame i of each film, from left to right, as one image. */
  static ImageBatch beside(List<ImageBatch> films) {
    ImageBatch first = films.get(0);
    ImageShape shape = first.shape();
    int row = shape.width() * shape.channels();
    ImageShape wide =
        new ImageShape(shape.height(), shape.width() * films.size(), shape.channels());
    float[] pixels = new float[first.count() * wide.size()];
    int target = 0;
    for (int i = 0; i < first.count() * shape.height(); i++) {
      for (ImageBatch film : films) {
        System.arraycopy(film.pixels(), i * row, pixels, target, row);
        target += row;
      }
    }
    return ImageBatch.unlabelled(wide, pixels);
  }

  /** The frames, and all but both ends of them once more backwards. */
  static ImageBatch thereAndBack(ImageBatch film) {
    int size = film.shape().size();
    int back = Math.max(0, film.count() - 2);
    float[] pixels = new float[(film.count() + back) * size];
    System.arraycopy(film.pixels(), 0, pixels, 0, film.count() * size);
    for (int i = 0; i < back; i++) {
      int from = (film.count() - 2 - i) * size;
      System.arraycopy(film.pixels(), from, pixels, (film.count() + i) * size, size);
    }
    return ImageBatch.unlabelled(film.shape(), pixels);
  }
}
