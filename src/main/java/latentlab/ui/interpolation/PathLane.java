package latentlab.ui.interpolation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.data.ImageBatch;
import latentlab.models.CodeDirection;
import latentlab.models.CodeRoute;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.training.ModelReplica;
import latentlab.ui.bridge.LatestQuestion;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The way through one model: codes of the anchors, the strip of pictures and the large picture. For
 * the JavaFX thread; needs no toolkit.
 */
final class PathLane implements AutoCloseable {

  /** Whether there is a way. */
  enum Stage {
    /** The model is being opened. */
    WAITING,
    /** The model makes no images from points. */
    WITHOUT_LATENT_SPACE,
    /** The model can be asked. */
    READY
  }

  private final String title;
  private final String dataset;
  private final TestImages examples;
  private final Executor foreground;
  private final Messages messages;
  private final Cancellation closing = new Cancellation();

  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.WAITING);
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> strip = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable PathSpace> space = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyObjectWrapper<@Nullable ImageBatch> stops = new ReadOnlyObjectWrapper<>();

  private final LatestQuestion<LatentCodes> encoding;
  private final LatestQuestion<ImageBatch> stopsDecoding;
  private final LatestQuestion<ImageBatch> stripDecoding;
  private final LatestQuestion<ImageBatch> pictureDecoding;
  private final Map<Anchor, float[]> codes = new HashMap<>();
  private @Nullable AttributeDirections directions;
  private @Nullable PathPlan plan;
  private Optional<Routed> routed = Optional.empty();
  private Optional<Routed> drawnFor = Optional.empty();
  private @Nullable CodeDirection direction;
  private Attribute wanted = Attribute.NONE;
  private Optional<Anchor> searched = Optional.empty();
  private Cancellation search = new Cancellation();
  private double position;

  /**
   * Begins to look at a model.
   *
   * @param title of the model, for people
   * @param dataset what it was trained on
   * @param replica reaches it; belongs to somebody else
   * @param examples gives test images, for attributes
   * @param foreground runs on the JavaFX thread
   * @param messages the words
   */
  PathLane(
      String title,
      String dataset,
      ModelReplica replica,
      TestImages examples,
      Executor foreground,
      Messages messages) {
    this.title = title;
    this.dataset = dataset;
    this.examples = examples;
    this.foreground = foreground;
    this.messages = messages;
    encoding = new LatestQuestion<>(foreground, this::fail);
    stopsDecoding = new LatestQuestion<>(foreground, this::fail);
    stripDecoding = new LatestQuestion<>(foreground, this::fail);
    pictureDecoding = new LatestQuestion<>(foreground, this::fail);
    note.set(messages.text("interpolation.lane.opening"));
    CompletableFuture<?> unused =
        replica
            .ask(model -> PathSpace.of(model, replica))
            .whenComplete(
                (found, failure) ->
                    foreground.execute(
                        () -> {
                          if (closing.isRequested()) {
                            return;
                          }
                          if (failure == null) {
                            open(found);
                          } else {
                            fail(failure);
                          }
                        }));
  }

  String title() {
    return title;
  }

  String dataset() {
    return dataset;
  }

  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  /** What the user should know of this model; empty if nothing. */
  ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** Pictures along the whole way; null until there are some. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> strip() {
    return strip.getReadOnlyProperty();
  }

  /** The picture at the position; null until there is one. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> picture() {
    return picture.getReadOnlyProperty();
  }

  /** The anchors as the model draws them; null until they are known. */
  ReadOnlyObjectProperty<@Nullable ImageBatch> stops() {
    return stops.getReadOnlyProperty();
  }

  /** What is known of the model; null until it is ready. */
  ReadOnlyObjectProperty<@Nullable PathSpace> space() {
    return space.getReadOnlyProperty();
  }

  /** Whether the model is told classes; false until that is known. */
  boolean isConditional() {
    PathSpace opened = space.get();
    return opened != null && opened.conditional();
  }

  private void open(Optional<PathSpace> found) {
    note.set("");
    if (found.isEmpty()) {
      note.set(messages.text("interpolation.lane.without", title));
      stage.set(Stage.WITHOUT_LATENT_SPACE);
      return;
    }
    PathSpace opened = found.get();
    directions = new AttributeDirections(opened, examples, dataset, closing);
    space.set(opened);
    stage.set(Stage.READY);
    update();
  }

  /** Shows another way from now on. */
  void show(PathPlan next) {
    plan = next;
    if (searched.filter(anchor -> !next.anchors().contains(anchor)).isPresent()) {
      search.cancel();
    }
    update();
  }

  /** Shows the picture at a position from 0 to 1 of the way. */
  void goTo(double next) {
    position = next;
    askForPicture();
  }

  /** The model has learnt: everything is asked anew. */
  void weightsChanged() {
    PathSpace opened = space.get();
    if (opened != null) {
      // A direction that was found stays: to find it again at each step would take all the time.
      codes.clear();
      directions = new AttributeDirections(opened, examples, dataset, closing);
      update();
    }
  }

  private void update() {
    PathSpace opened = space.get();
    PathPlan present = plan;
    if (opened == null || present == null || closing.isRequested()) {
      return;
    }
    codes.keySet().removeIf(anchor -> !present.anchors().contains(anchor));
    if (!present.attribute().equals(wanted)) {
      findDirection(present.attribute());
    }
    for (Anchor anchor : present.anchors()) {
      if (!anchor.fits(opened)) {
        note.set(messages.text(whyUnfit(anchor)));
        clearPictures();
        return;
      }
      if (anchor.image().isEmpty()) {
        codes.computeIfAbsent(anchor, point -> point.pointIn(opened));
      } else if (!codes.containsKey(anchor)) {
        encode(opened, anchor);
        return;
      }
    }
    List<float[]> points = present.anchors().stream().map(codes::get).toList();
    Routed whole = new Routed(new CodeRoute(present.way(), points), present);
    routed = Optional.of(whole);
    int count = present.anchors().size();
    stopsDecoding.ask(
        () -> opened.decode(whole.route.points(count), whole.labels(count)), stops::set);
    stripDecoding.ask(
        () -> opened.decode(stripCodes(whole), whole.labels(present.pictures())),
        images -> {
          drawnFor = Optional.of(whole);
          strip.set(images);
        });
    askForPicture();
  }

  private static String whyUnfit(Anchor anchor) {
    return anchor.image().isPresent()
        ? "interpolation.lane.encoderless"
        : "interpolation.lane.other-space";
  }

  private void encode(PathSpace opened, Anchor anchor) {
    ImageBatch image = anchor.image().orElseThrow();
    Cancellation mine = new Cancellation();
    Progress progress =
        opened.encoding() == PathSpace.Encoding.INVERSION ? this::tellOfSearch : Progress.NONE;
    encoding.ask(
        () -> {
          search = mine;
          searched = Optional.of(anchor);
          return opened.encode(image, anchor.label(), progress, mine);
        },
        found -> {
          searched = Optional.empty();
          note.set("");
          codes.put(anchor, found.code(0));
          update();
        });
  }

  private void tellOfSearch(long done, long total, String what) {
    foreground.execute(
        () -> {
          if (searched.isPresent()) {
            note.set(
                messages.text("interpolation.lane.searching", total <= 0 ? 0 : 100 * done / total));
          }
        });
  }

  private void findDirection(Attribute attribute) {
    wanted = attribute;
    AttributeDirections finder = directions;
    direction = null;
    note.set("");
    if (attribute.equals(Attribute.NONE) || finder == null) {
      return;
    }
    Progress progress =
        (done, total, what) ->
            foreground.execute(
                () -> {
                  if (wanted.equals(attribute) && done < total) {
                    note.set(messages.text("interpolation.lane.measuring", 100 * done / total));
                  }
                });
    CompletableFuture<?> unused =
        finder
            .of(attribute, progress)
            .whenComplete(
                (found, failure) ->
                    foreground.execute(() -> takeDirection(attribute, found, failure)));
  }

  private void takeDirection(
      Attribute attribute, @Nullable CodeDirection found, @Nullable Throwable failure) {
    if (!wanted.equals(attribute) || closing.isRequested()) {
      return;
    }
    if (failure != null) {
      fail(failure);
    } else if (found != null) {
      direction = found;
      note.set(messages.text("interpolation.lane.share", found.share()));
    }
    update();
  }

  private void askForPicture() {
    PathSpace opened = space.get();
    if (opened != null) {
      routed.ifPresent(
          whole -> {
            LatentCodes code =
                moved(LatentCodes.of(whole.route.at(position)), whole.plan.strength());
            int label = whole.label(position);
            pictureDecoding.ask(() -> opened.decode(code, label), picture::set);
          });
    }
  }

  /** The strip as it is seen; empty until there is one. */
  Optional<DrawnStrip> drawn() {
    return Optional.ofNullable(strip.get())
        .flatMap(
            images -> drawnFor.map(whole -> new DrawnStrip(images, whole.plan, whole.stops())));
  }

  /** The codes of the strip, as they are decoded; empty until the way is known. */
  Optional<LatentCodes> stripCodes() {
    return routed.map(this::stripCodes);
  }

  /** Images at equal distances of the way; empty until the way is known. */
  Optional<CompletableFuture<ImageBatch>> frames(int count) {
    return Optional.ofNullable(space.get())
        .flatMap(
            opened ->
                routed.map(
                    whole ->
                        opened.decode(
                            moved(whole.route.points(count), whole.plan.strength()),
                            whole.labels(count))));
  }

  private LatentCodes stripCodes(Routed whole) {
    return moved(whole.route.points(whole.plan.pictures()), whole.plan.strength());
  }

  private LatentCodes moved(LatentCodes along, double strength) {
    CodeDirection towards = direction;
    return towards == null ? along : towards.addedTo(along, strength);
  }

  private void clearPictures() {
    routed = Optional.empty();
    stopsDecoding.forget();
    stripDecoding.forget();
    pictureDecoding.forget();
    stops.set(null);
    strip.set(null);
    picture.set(null);
  }

  private void fail(Throwable failure) {
    if (!closing.isRequested()) {
      note.set(Failures.oneLine(failure));
    }
  }

  @Override
  public void close() {
    closing.cancel();
    search.cancel();
    encoding.forget();
    stopsDecoding.forget();
    stripDecoding.forget();
    pictureDecoding.forget();
  }

  /** A way with what was wanted when it was found. */
  private record Routed(CodeRoute route, PathPlan plan) {

    /** [anchors, latentSize]. */
    LatentCodes stops() {
      int size = route.stops().get(0).length;
      float[] values = new float[route.stops().size() * size];
      for (int i = 0; i < route.stops().size(); i++) {
        System.arraycopy(route.stops().get(i), 0, values, i * size, size);
      }
      return new LatentCodes(route.stops().size(), size, values);
    }

    /** The class at a position: that of the nearest anchor. */
    int label(double at) {
      return plan.anchors().get(route.nearestStop(at)).label();
    }

    int[] labels(int count) {
      return IntStream.range(0, count).map(i -> label(i / (count - 1.0))).toArray();
    }
  }
}
