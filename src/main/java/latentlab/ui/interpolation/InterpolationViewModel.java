package latentlab.ui.interpolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.ImageBatch;
import latentlab.models.CodePath;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * What is walked: anchors, the way, a film of it, an attribute, and a lane for each model. The
 * first lane is that of the explored model. Methods and properties belong to the JavaFX thread;
 * needs no toolkit.
 */
final class InterpolationViewModel implements AutoCloseable {

  static final int MOST_ANCHORS = 6;
  static final int FEWEST_PICTURES = 4;
  static final int MOST_PICTURES = 40;
  static final int MOST_LANES = 4;
  static final double LARGEST_STRENGTH = 4;

  private static final int USUAL_PICTURES = 14;
  private final TestImages examples;
  private final Executor foreground;
  private final ImageInputViewModel input;
  private final Film film;

  private final ObservableList<Anchor> anchors =
      FXCollections.observableArrayList(Anchor.sampled(1, 0), Anchor.sampled(2, 0));
  private final ObservableList<PathLane> lanes = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<CodePath> way =
      new ReadOnlyObjectWrapper<>(CodePath.SPHERICAL);
  private final ReadOnlyIntegerWrapper pictures = new ReadOnlyIntegerWrapper(USUAL_PICTURES);
  private final ReadOnlyObjectWrapper<Attribute> attribute =
      new ReadOnlyObjectWrapper<>(Attribute.NONE);
  private final ReadOnlyDoubleWrapper strength = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyObjectWrapper<PathPlan> plan = new ReadOnlyObjectWrapper<>(present());
  private final ReadOnlyLongWrapper beginnings = new ReadOnlyLongWrapper();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  /** Anchors, from the last one on, that nobody has chosen. */
  private int unchosen = 2;

  private boolean selecting;
  private boolean shown;
  private long generation;

  /**
   * Two random anchors and no model.
   *
   * @param examples gives the first anchors
   * @param input gives the image of the anchor that is chosen
   * @param foreground runs on the JavaFX thread
   * @param pulses runs frames of the film
   */
  InterpolationViewModel(
      TestImages examples, ImageInputViewModel input, Executor foreground, PulseScheduler pulses) {
    this.examples = examples;
    this.input = input;
    this.foreground = foreground;
    film = new Film(pulses, at -> lanes.forEach(lane -> lane.goTo(at)));
    input.image().addListener((property, old, now) -> takeImage(now));
  }

  ImageInputViewModel input() {
    return input;
  }

  /** The anchors, in the order of the way; changed by this class only. */
  ObservableList<Anchor> anchors() {
    return anchors;
  }

  /** A lane for each model; changed by this class only. */
  ObservableList<PathLane> lanes() {
    return lanes;
  }

  /** The number of the anchor that is edited. */
  ReadOnlyIntegerProperty selected() {
    return selected.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<CodePath> way() {
    return way.getReadOnlyProperty();
  }

  /** Pictures in each strip. */
  ReadOnlyIntegerProperty pictures() {
    return pictures.getReadOnlyProperty();
  }

  /** Moves the large picture along the way. */
  Film film() {
    return film;
  }

  ReadOnlyObjectProperty<Attribute> attribute() {
    return attribute.getReadOnlyProperty();
  }

  /** How much of the attribute is added all along. */
  ReadOnlyDoubleProperty strength() {
    return strength.getReadOnlyProperty();
  }

  /** All that is chosen: anchors, way, pictures and attribute. */
  ReadOnlyObjectProperty<PathPlan> plan() {
    return plan.getReadOnlyProperty();
  }

  /** Rises when something else was chosen than by the user, because the model is another one. */
  ReadOnlyLongProperty beginnings() {
    return beginnings.getReadOnlyProperty();
  }

  /** The latest news, in one line; empty if there is none. */
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** Says whether somebody looks. Films rest while nobody does. */
  void setShown(boolean now) {
    shown = now;
    if (now) {
      sendPlan();
    } else {
      film.stop();
    }
  }

  /** Puts the explored model in the first place; null for none. */
  void explore(@Nullable PathLane lane) {
    if (!lanes.isEmpty()) {
      lanes.remove(0).close();
    }
    if (lane == null) {
      while (!lanes.isEmpty()) {
        lanes.remove(0).close();
      }
      return;
    }
    lanes.add(0, lane);
    lane.space().addListener((property, old, now) -> offerInput(lane));
    offerInput(lane);
    lane.show(plan.get());
    lane.goTo(film.position().get());
  }

  /** Something that the user has chosen is gone, because the model is another one. */
  void beginAnew() {
    beginnings.set(beginnings.get() + 1);
  }

  /** Puts a further model in a place beneath the explored one; 1 is the first. */
  void addLane(int place, PathLane lane) {
    lanes.add(place, lane);
    lane.show(plan.get());
    lane.goTo(film.position().get());
  }

  /** Takes a model away again. */
  void removeLane(PathLane lane) {
    if (lanes.remove(lane)) {
      lane.close();
    }
  }

  /** The explored model has learnt. */
  void weightsChanged() {
    if (shown && !lanes.isEmpty()) {
      lanes.get(0).weightsChanged();
    }
  }

  private void offerInput(PathLane lane) {
    PathSpace space = lane.space().get();
    if (space == null || lanes.isEmpty() || lanes.get(0) != lane) {
      return;
    }
    if (replaceUnfitting(space)) {
      beginAnew();
    }
    selecting = true;
    input.offerFor(space.images(), lane.dataset());
    selecting = false;
    if (unchosen == 2 && space.encoding() == PathSpace.Encoding.ENCODER) {
      long mine = ++generation;
      CompletableFuture<?> unused =
          examples
              .examples(space.images().shape(), lane.dataset())
              .whenComplete(
                  (images, failure) ->
                      foreground.execute(
                          () -> {
                            if (mine == generation && unchosen == 2 && images != null) {
                              beginWith(images);
                            }
                          }));
    }
  }

  /**
   * Images of another shape cannot be encoded, points of another space have no place; attributes of
   * classes may not exist.
   *
   * @return whether there were such
   */
  private boolean replaceUnfitting(PathSpace space) {
    int classes = Math.max(1, space.images().classNames().size());
    List<Anchor> fitting = new ArrayList<>();
    for (Anchor anchor : anchors) {
      int label = anchor.label() < classes ? anchor.label() : 0;
      fitting.add(
          anchor.fits(space) ? anchor.withLabel(label) : Anchor.sampled(fitting.size() + 1, label));
    }
    boolean knowsClasses =
        !(attribute.get() instanceof Attribute.Classes pair)
            || Math.max(pair.from(), pair.to()) < space.images().classNames().size();
    boolean fits = knowsClasses && fitting.equals(anchors);
    if (!knowsClasses) {
      attribute.set(Attribute.NONE);
    }
    if (!fitting.equals(anchors)) {
      anchors.setAll(fitting);
    }
    sendPlan();
    return !fits;
  }

  /** The first test image and the first one of another class. */
  private void beginWith(ImageBatch images) {
    int other = 1;
    while (images.labels().length > 0
        && other < images.count() - 1
        && images.labels()[other] == images.labels()[0]) {
      other++;
    }
    if (images.count() > 1) {
      anchors.setAll(anchorOf(images, 0), anchorOf(images, other));
      select(0);
      sendPlan();
      beginAnew();
    }
  }

  private static Anchor anchorOf(ImageBatch images, int index) {
    int label = images.labels().length == 0 ? 0 : images.labels()[index];
    int[] labels = images.labels().length == 0 ? new int[0] : new int[] {label};
    return Anchor.of(new ImageBatch(images.shape(), 1, images.image(index), labels), label);
  }

  /** Edits an anchor from now on. */
  void select(int index) {
    selected.set(Math.max(0, Math.min(anchors.size() - 1, index)));
    Anchor anchor = anchors.get(selected.get());
    selecting = true;
    anchor
        .image()
        .filter(image -> image.shape().equals(input.drawing().get().shape()))
        .ifPresentOrElse(input::give, input::clear);
    selecting = false;
  }

  private void takeImage(@Nullable ImageBatch image) {
    if (!selecting && image != null) {
      Anchor before = anchors.get(selected.get());
      int label = image.labels().length == 0 ? before.label() : image.labels()[0];
      replaceSelected(Anchor.of(image, label));
    }
  }

  /** Makes the anchor that is edited a random one. */
  void sample(long seed) {
    selecting = true;
    input.clear();
    selecting = false;
    replaceSelected(Anchor.sampled(seed, anchors.get(selected.get()).label()));
  }

  /** Says of which class the anchor that is edited is. */
  void chooseLabel(int label) {
    replaceSelected(anchors.get(selected.get()).withLabel(label));
  }

  private void replaceSelected(Anchor anchor) {
    unchosen = 0;
    if (!anchor.equals(anchors.get(selected.get()))) {
      anchors.set(selected.get(), anchor);
      sendPlan();
    }
  }

  /** Puts a random anchor at the end and edits it, unless there are as many as can be. */
  void addAnchor() {
    if (anchors.size() < MOST_ANCHORS) {
      unchosen = 0;
      long seed = anchors.stream().mapToLong(Anchor::seed).max().orElse(0) + 1;
      anchors.add(Anchor.sampled(seed, 0));
      select(anchors.size() - 1);
      sendPlan();
    }
  }

  /**
   * Takes a point of the explored model's space as an anchor: in the place of one that nobody has
   * chosen, else at the end, else in that of the anchor that is edited.
   *
   * @return its number, from 0
   */
  int take(Anchor given) {
    int place = anchors.size() - unchosen;
    if (unchosen > 0) {
      unchosen--;
      anchors.set(place, given);
    } else if (anchors.size() < MOST_ANCHORS) {
      anchors.add(given);
    } else {
      place = selected.get();
      anchors.set(place, given);
    }
    select(place);
    sendPlan();
    return place;
  }

  /** Goes to what was chosen before, or elsewhere; what does not fit the model is replaced. */
  void restore(PathPlan past) {
    unchosen = 0;
    anchors.setAll(past.anchors());
    way.set(past.way());
    pictures.set(within(FEWEST_PICTURES, past.pictures(), MOST_PICTURES));
    attribute.set(past.attribute());
    strength.set(Math.max(-LARGEST_STRENGTH, Math.min(LARGEST_STRENGTH, past.strength())));
    select(selected.get());
    PathSpace space = lanes.isEmpty() ? null : lanes.get(0).space().get();
    if (space == null) {
      sendPlan();
    } else {
      replaceUnfitting(space);
    }
  }

  /** Takes the anchor that is edited away, unless only two are left. */
  void removeAnchor() {
    if (anchors.size() > 2) {
      unchosen = 0;
      anchors.remove(selected.get());
      select(selected.get());
      sendPlan();
    }
  }

  void chooseWay(CodePath next) {
    way.set(next);
    sendPlan();
  }

  /** Chooses the number of pictures; what is out of range is cut. */
  void choosePictures(int count) {
    pictures.set(within(FEWEST_PICTURES, count, MOST_PICTURES));
    sendPlan();
  }

  void chooseAttribute(Attribute next) {
    attribute.set(next);
    sendPlan();
  }

  /** Chooses the strength; what is out of range is cut. */
  void chooseStrength(double next) {
    strength.set(Math.max(-LARGEST_STRENGTH, Math.min(LARGEST_STRENGTH, next)));
    sendPlan();
  }

  private static int within(int least, int number, int most) {
    return Math.max(least, Math.min(most, number));
  }

  private PathPlan present() {
    return new PathPlan(anchors, way.get(), pictures.get(), attribute.get(), strength.get());
  }

  private void sendPlan() {
    PathPlan next = present();
    plan.set(next);
    lanes.forEach(lane -> lane.show(next));
  }

  /** Strips of all lanes that have one, row by row; at least one image, or null. */
  @Nullable ImageBatch strips() {
    List<ImageBatch> rows =
        lanes.stream()
            .map(lane -> lane.strip().get())
            .filter(Objects::nonNull)
            .filter(row -> row.count() == pictures.get())
            .toList();
    return rows.isEmpty() ? null : ImageBatch.join(rows.toArray(ImageBatch[]::new));
  }

  /** Begins something that ends with a message. */
  void tell(CompletableFuture<String> work) {
    CompletableFuture<?> unused =
        work.whenComplete(
            (text, failure) ->
                foreground.execute(
                    () -> message.set(failure == null ? text : Failures.oneLine(failure))));
  }

  /** Tells of something that went wrong. */
  void fail(Throwable failure) {
    message.set(Failures.oneLine(failure));
  }

  @Override
  public void close() {
    film.stop();
    explore(null);
  }
}
