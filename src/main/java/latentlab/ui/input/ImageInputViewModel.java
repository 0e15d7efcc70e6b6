package latentlab.ui.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.MassCentre;
import latentlab.data.image.PictureFit;
import latentlab.data.view.DatasetSelection;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * One image: drawn, a test image, or out of a file; the last of these that the user gave counts.
 * One can draw on every image. Methods and properties belong to the JavaFX thread; needs no
 * toolkit.
 */
public final class ImageInputViewModel {

  /** The filter that lets test images of all classes through. */
  public static final int ANY_CLASS = -1;

  /** No test image is shown. */
  public static final int NO_EXAMPLE = -1;

  /** Data sets whose images are centred by mass. */
  private static final List<String> CENTRED = List.of("mnist", "synthetic");

  /** Where the image is from. */
  public enum Origin {
    /** There is no image. */
    NOWHERE,
    /** Drawn, perhaps on top of another. */
    DRAWN,
    /** A test image. */
    EXAMPLE,
    /** Out of a file. */
    FILE,
    /** Another part of the program gave it. */
    GIVEN
  }

  private final TestImages source;
  private final Executor background;
  private final Executor foreground;

  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> image =
      new ReadOnlyObjectWrapper<>(this, "image");
  private final ReadOnlyObjectWrapper<Origin> origin =
      new ReadOnlyObjectWrapper<>(this, "origin", Origin.NOWHERE);
  private final ReadOnlyObjectWrapper<Drawing> drawing;
  private final ReadOnlyObjectWrapper<List<String>> classNames =
      new ReadOnlyObjectWrapper<>(this, "classNames", List.of());
  private final ReadOnlyIntegerWrapper classFilter =
      new ReadOnlyIntegerWrapper(this, "classFilter", ANY_CLASS);
  private final ReadOnlyIntegerWrapper exampleNumber =
      new ReadOnlyIntegerWrapper(this, "exampleNumber", NO_EXAMPLE);
  private final ReadOnlyIntegerWrapper exampleCount =
      new ReadOnlyIntegerWrapper(this, "exampleCount");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final BooleanProperty centring = new SimpleBooleanProperty(this, "centring", true);

  private String dataset = "";
  private @Nullable ImageBatch examples;
  private long request;

  /**
   * Without an image at first, for images of 28x28.
   *
   * @param source gives test images when they are first asked for
   * @param background runs what may block
   * @param foreground runs on the JavaFX thread
   */
  public ImageInputViewModel(TestImages source, Executor background, Executor foreground) {
    this.source = source;
    this.background = background;
    this.foreground = foreground;
    drawing = new ReadOnlyObjectWrapper<>(this, "drawing", new Drawing(new ImageShape(28, 28, 1)));
    centring.addListener((property, old, now) -> showDrawingAgain());
  }

  /**
   * The image that is given now.
   *
   * @return holds one image of the domain's shape, with its label if it is known; null while there
   *     is none. Changes while one draws.
   */
  public ReadOnlyObjectProperty<@Nullable ImageBatch> image() {
    return image.getReadOnlyProperty();
  }

  /**
   * Where the image is from; set before the image.
   *
   * @return never holds null
   */
  public ReadOnlyObjectProperty<Origin> origin() {
    return origin.getReadOnlyProperty();
  }

  /**
   * What a pad draws on; strokes go through {@link #draw}.
   *
   * @return holds another drawing where the shape changes
   */
  public ReadOnlyObjectProperty<Drawing> drawing() {
    return drawing.getReadOnlyProperty();
  }

  /**
   * The names of the classes that test images can be asked of.
   *
   * @return empty for data without labels
   */
  public ReadOnlyObjectProperty<List<String>> classNames() {
    return classNames.getReadOnlyProperty();
  }

  /**
   * The class of which the next test images are.
   *
   * @return {@link #ANY_CLASS} at first
   */
  public ReadOnlyIntegerProperty classFilter() {
    return classFilter.getReadOnlyProperty();
  }

  /**
   * The number of the test image shown.
   *
   * @return {@link #NO_EXAMPLE} if another image is shown or it was drawn on
   */
  public ReadOnlyIntegerProperty exampleNumber() {
    return exampleNumber.getReadOnlyProperty();
  }

  /**
   * How many test images there are.
   *
   * @return 0 until they are loaded
   */
  public ReadOnlyIntegerProperty exampleCount() {
    return exampleCount.getReadOnlyProperty();
  }

  /**
   * Whether an image is on its way.
   *
   * @return true while a file is read or test images are loaded
   */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /**
   * What went wrong last.
   *
   * @return one line; empty if nothing did
   */
  public ReadOnlyStringProperty problem() {
    return problem.getReadOnlyProperty();
  }

  /**
   * Whether drawings and files are centred by mass, and files scaled, as MNIST is.
   *
   * @return set for data that is made this way whenever the domain changes
   */
  public BooleanProperty centring() {
    return centring;
  }

  /**
   * Gives images for a model from now on. An image of the same shape stays.
   *
   * @param images what the model is made for
   * @param dataset what it was trained on
   */
  public void offerFor(ImageDomain images, String dataset) {
    boolean otherShape = !images.shape().equals(shape());
    boolean otherData = otherShape || !dataset.equals(this.dataset);
    this.dataset = dataset;
    if (otherData) {
      forgetRequest();
      examples = null;
      exampleCount.set(0);
      exampleNumber.set(NO_EXAMPLE);
      classFilter.set(ANY_CLASS);
      problem.set("");
      centring.set(isCentred(images.shape(), dataset));
    }
    if (otherShape) {
      drawing.set(new Drawing(images.shape()));
      publish(Origin.NOWHERE, null);
    }
    classNames.set(images.classNames());
  }

  private static boolean isCentred(ImageShape shape, String dataset) {
    return shape.channels() == 1 && CENTRED.contains(DatasetSelection.parse(dataset).dataset());
  }

  /**
   * Draws a piece of a line on what is there.
   *
   * @param stroke in pixels of the image
   */
  public void draw(Stroke stroke) {
    forgetRequest();
    exampleNumber.set(NO_EXAMPLE);
    problem.set("");
    drawing.get().draw(stroke);
    publishDrawing();
  }

  /** Takes the image away. */
  public void clear() {
    forgetRequest();
    exampleNumber.set(NO_EXAMPLE);
    problem.set("");
    drawing.get().clear();
    publish(Origin.NOWHERE, null);
  }

  /**
   * Gives an image that another part of the program has.
   *
   * @param given its first image counts
   * @throws IllegalArgumentException if it has another shape
   */
  public void give(ImageBatch given) {
    if (!given.shape().equals(shape())) {
      throw new IllegalArgumentException("an image of " + given.shape() + " for " + shape());
    }
    forgetRequest();
    exampleNumber.set(NO_EXAMPLE);
    // The same object, so that who gives back what was here finds it unchanged.
    take(Origin.GIVEN, given.count() == 1 ? given : first(given, 0));
  }

  /**
   * Goes back to what {@link #image} held; an image of another size than the present ones is taken
   * away. What is there already stays.
   *
   * @param past empty if there was none
   */
  public void restore(Optional<ImageBatch> past) {
    if (!past.equals(Optional.ofNullable(image.get()))) {
      past.filter(given -> given.shape().equals(shape())).ifPresentOrElse(this::give, this::clear);
    }
  }

  /**
   * Shows test images of one class only from now on, beginning with the next one.
   *
   * @param label from 0, or {@link #ANY_CLASS}
   */
  public void chooseClass(int label) {
    classFilter.set(label);
    ImageBatch present = examples;
    int number = exampleNumber.get();
    boolean fits = present != null && number != NO_EXAMPLE && passes(present, number);
    if (!fits && label != ANY_CLASS) {
      next();
    }
  }

  /**
   * Gives a test image, whatever its class.
   *
   * @param number from 0; one that is too large is the last one
   */
  public void chooseExample(int number) {
    withExamples(all -> show(all, Math.max(0, Math.min(all.count() - 1, number))));
  }

  /** Gives the next test image of the class chosen; after the last comes the first. */
  public void next() {
    walk(1);
  }

  /** Gives the test image of the class chosen that comes before. */
  public void previous() {
    walk(-1);
  }

  /**
   * Gives a random test image of the class chosen.
   *
   * @param seed decides which
   */
  public void random(Seed seed) {
    withExamples(
        all -> {
          int[] fitting = fitting(all);
          if (fitting.length > 0) {
            RandomGenerator generator = seed.derive("example-image").generator();
            show(all, fitting[generator.nextInt(fitting.length)]);
          }
        });
  }

  /**
   * Reads an image from a picture.
   *
   * @param file a PNG or JPEG of any size
   */
  public void open(Path file) {
    ImageShape shape = shape();
    PictureFit.Way way = centring.get() ? PictureFit.Way.AS_MNIST : PictureFit.Way.RESIZED;
    ask(
        () -> CompletableFuture.supplyAsync(() -> PictureFit.read(file, shape, way), background),
        read -> {
          exampleNumber.set(NO_EXAMPLE);
          take(Origin.FILE, read);
        });
  }

  private ImageShape shape() {
    return drawing.get().shape();
  }

  private void walk(int step) {
    withExamples(
        all -> {
          int start = exampleNumber.get();
          int count = all.count();
          int number = start == NO_EXAMPLE && step < 0 ? 0 : start;
          for (int tried = 0; tried < count; tried++) {
            number = Math.floorMod(number + step, count);
            if (passes(all, number)) {
              show(all, number);
              return;
            }
          }
          tellNoneFits();
        });
  }

  private int[] fitting(ImageBatch all) {
    int[] fitting = IntStream.range(0, all.count()).filter(i -> passes(all, i)).toArray();
    if (fitting.length == 0) {
      tellNoneFits();
    }
    return fitting;
  }

  private void tellNoneFits() {
    problem.set("None of the test images of " + dataset + " is of the class chosen.");
  }

  private boolean passes(ImageBatch all, int number) {
    int label = classFilter.get();
    return label == ANY_CLASS || (all.labels().length > 0 && all.labels()[number] == label);
  }

  private void show(ImageBatch all, int number) {
    exampleNumber.set(number);
    take(Origin.EXAMPLE, first(all, number));
  }

  private static ImageBatch first(ImageBatch images, int index) {
    int[] labels = images.labels().length == 0 ? new int[0] : new int[] {images.labels()[index]};
    return new ImageBatch(images.shape(), 1, images.image(index), labels);
  }

  private void withExamples(Consumer<ImageBatch> use) {
    ImageBatch present = examples;
    if (present != null) {
      forgetRequest();
      problem.set("");
      use.accept(present);
      return;
    }
    ImageShape shape = shape();
    String name = dataset;
    ask(
        () -> source.examples(shape, name),
        loaded -> {
          if (!loaded.shape().equals(shape) || loaded.count() == 0) {
            throw new InvalidInputException("the data set " + name + " has no images of " + shape);
          }
          examples = loaded;
          exampleCount.set(loaded.count());
          use.accept(loaded);
        });
  }

  /** The answer counts unless something else was asked for since. */
  private void ask(Supplier<CompletableFuture<ImageBatch>> question, Consumer<ImageBatch> answer) {
    forgetRequest();
    long mine = request;
    problem.set("");
    busy.set(true);
    CompletableFuture<?> unused =
        question
            .get()
            .whenComplete(
                (images, failure) ->
                    foreground.execute(() -> receive(mine, images, failure, answer)));
  }

  private void receive(
      long mine,
      @Nullable ImageBatch images,
      @Nullable Throwable failure,
      Consumer<ImageBatch> answer) {
    if (mine != request) {
      return;
    }
    busy.set(false);
    if (failure != null) {
      problem.set(Failures.oneLine(failure));
    } else if (images != null) {
      try {
        answer.accept(images);
      } catch (InvalidInputException refused) {
        problem.set(Failures.oneLine(refused));
      }
    }
  }

  private void forgetRequest() {
    request++;
    busy.set(false);
  }

  private void take(Origin from, ImageBatch taken) {
    drawing.get().copy(taken);
    publish(from, taken);
  }

  private void showDrawingAgain() {
    if (origin.get() == Origin.DRAWN) {
      publishDrawing();
    }
  }

  private void publishDrawing() {
    ImageBatch drawn = drawing.get().picture();
    publish(
        Origin.DRAWN,
        centring.get()
            ? ImageBatch.unlabelled(
                drawn.shape(), MassCentre.centred(drawn.shape(), drawn.pixels()))
            : drawn);
  }

  private void publish(Origin from, @Nullable ImageBatch published) {
    origin.set(from);
    image.set(published);
  }
}
