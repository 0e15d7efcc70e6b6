package latentlab.ui.latent;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** The image at one point, large, with its coordinates and the time that its decoding took. */
final class PointPane extends VBox {

  private static final double NANOS_PER_MILLISECOND = 1e6;

  /** A number that changes with every picture cannot be read, but costs as much to draw. */
  private static final long LATENCY_INTERVAL = TimeUnit.MILLISECONDS.toNanos(300);

  private final LatentSpaceViewModel viewModel;
  private final Messages messages;
  private final DigitView digit = new DigitView();
  private final Label coordinates = new Label();
  private final Label latency = new Label();
  private final Tooltip latencyHelp;

  /** When the point was changed whose latency is shown; null if none is. */
  private @Nullable Long latencyOf;

  /** {@code question} is a button for the image, beside its coordinates. */
  PointPane(LatentSpaceViewModel viewModel, Node question, Messages messages) {
    super(6);
    this.messages = messages;
    this.latencyHelp = new Tooltip(messages.text("latent.point.latency.tooltip.none"));
    this.viewModel = viewModel;
    getStyleClass().add("point-pane");
    digit.setId("decoded-digit");
    VBox.setVgrow(digit, Priority.ALWAYS);
    coordinates.setId("decoded-coordinates");
    coordinates.getStyleClass().add("coordinates");
    coordinates.setMinWidth(0);
    latency.setId("decode-latency");
    latency.getStyleClass().addAll("text-muted", "latency");
    latency.setMinWidth(Region.USE_PREF_SIZE);
    latency.setTooltip(latencyHelp);
    latencyHelp.setOnShowing(event -> describeLatency());
    HBox.setHgrow(coordinates, Priority.ALWAYS);
    coordinates.setMaxWidth(Double.MAX_VALUE);
    HBox caption = new HBox(8, coordinates, latency, question);
    caption.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(digit, caption);
    viewModel.pictures().decoded().addListener((observable, before, now) -> draw(now));
  }

  /** The image, whose colours can be set. */
  DigitView digit() {
    return digit;
  }

  /** Gives the image a square of this height. */
  void fitDigit(double side) {
    digit.setPrefHeight(side);
    digit.setMinHeight(side);
    digit.setMaxHeight(side);
  }

  private void draw(@Nullable DecodedPoint decoded) {
    if (decoded == null) {
      digit.clear();
      coordinates.setText("");
      latency.setText("");
      latencyOf = null;
      return;
    }
    digit.show(decoded.images(), 0);
    String place = place(decoded.point());
    coordinates.setText(place);
    digit.setAccessibleText(messages.text("latent.point.accessible", place));
    showLatency(decoded);
  }

  private void showLatency(DecodedPoint decoded) {
    Long before = latencyOf;
    if (before == null || decoded.changedAtNanos() - before >= LATENCY_INTERVAL) {
      latencyOf = decoded.changedAtNanos();
      latency.setText(
          messages.text(
              "latent.point.latency",
              Numbers.milliseconds(decoded.decodeNanos() / NANOS_PER_MILLISECOND)));
    }
  }

  /** The coordinates on the plane; the others are beside the sliders. */
  private String place(LatentPoint point) {
    PlaneGrid plane = viewModel.plane().get();
    String across = coordinate(plane.basis(), point, plane.horizontal());
    return plane.vertical() == PlaneGrid.NONE
        ? across
        : across + "  " + coordinate(plane.basis(), point, plane.vertical());
  }

  private static String coordinate(PlaneBasis basis, LatentPoint point, int axis) {
    return axis >= point.size()
        ? ""
        : basis.name(axis) + " " + Numbers.coordinate(basis.coordinate(point, axis));
  }

  private void describeLatency() {
    LatencyRecorder latencies = viewModel.pictures().latencies();
    OptionalDouble median = latencies.percentile(50);
    OptionalDouble slow = latencies.percentile(95);
    if (median.isPresent() && slow.isPresent()) {
      latencyHelp.setText(
          messages.text(
              "latent.point.latency.tooltip",
              latencies.count(),
              Numbers.milliseconds(median.getAsDouble()),
              Numbers.milliseconds(slow.getAsDouble())));
    }
  }
}
