package latentlab.ui.training.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import latentlab.ui.text.Messages;

/**
 * Reads exact values off the charts, by mouse or by keys. All charts show the same step; the card
 * with the values of all runs stands at the chart that is read.
 */
final class ChartReader {

  private static final int LEAP = 10;

  private final ReadoutCard card;
  private List<TermChart> charts = List.of();
  private Optional<TermChart> source = Optional.empty();
  private double place;

  ChartReader(Messages messages) {
    card = new ReadoutCard(messages);
  }

  /** Lies over the charts. */
  Node layer() {
    return card.layer();
  }

  /** Reads from now on these charts, of which none is read yet. */
  void follow(List<TermChart> now) {
    stop();
    charts = now;
    for (TermChart chart : now) {
      chart.view().addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(chart, event));
      chart.view().addEventHandler(MouseEvent.MOUSE_PRESSED, event -> chart.view().requestFocus());
      chart.view().focusedProperty().addListener((property, old, focused) -> stop());
    }
  }

  /** The mouse is over a place of a chart's x-axis. */
  void point(TermChart chart, double at) {
    OptionalDouble snapped = chart.snap(at);
    if (snapped.isEmpty()) {
      stop();
    } else {
      read(chart, snapped.getAsDouble());
    }
  }

  /** Nothing is read any more. */
  void stop() {
    if (source.isPresent()) {
      source = Optional.empty();
      charts.forEach(TermChart::stopReading);
      card.hide();
    }
  }

  /** Axes may have moved, and curves have grown. */
  void refresh() {
    source.ifPresent(chart -> read(chart, place));
  }

  private void read(TermChart chart, double at) {
    source = Optional.of(chart);
    place = at;
    for (TermChart other : charts) {
      if (other != chart) {
        other.read(at);
      }
    }
    List<Reading> readings = chart.read(at);
    OptionalDouble line = chart.lineX();
    if (line.isEmpty()) {
      card.hide();
    } else {
      card.show(
          card.placeOf(at, chart.axis(), readings), readings, line.getAsDouble(), chart.lineTop());
    }
  }

  private void onKey(TermChart chart, KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && source.isPresent()) {
      stop();
      event.consume();
      return;
    }
    Optional<DoubleFunction<OptionalDouble>> move = moveOf(chart, event);
    if (move.isEmpty()) {
      return;
    }
    event.consume();
    double from = source.isPresent() ? place : Double.MAX_VALUE;
    OptionalDouble to = move.get().apply(from);
    if (to.isPresent()) {
      read(chart, to.getAsDouble());
      List<Reading> readings = chart.read(place);
      String words = card.spoken(card.placeOf(place, chart.axis(), readings), readings);
      chart.view().setAccessibleText(words);
    }
  }

  private static Optional<DoubleFunction<OptionalDouble>> moveOf(TermChart chart, KeyEvent event) {
    int stride = chart.stride() * (event.isShiftDown() ? LEAP : 1);
    return switch (event.getCode()) {
      case LEFT -> Optional.of(from -> chart.move(from, -stride));
      case RIGHT -> Optional.of(from -> chart.move(from, stride));
      case HOME -> Optional.of(from -> chart.move(0, 0));
      case END -> Optional.of(from -> chart.move(Double.MAX_VALUE, 0));
      case PAGE_UP -> Optional.of(from -> epoch(chart, from, false));
      case PAGE_DOWN -> Optional.of(from -> epoch(chart, from, true));
      default -> Optional.empty();
    };
  }

  /** The end of the epoch after, or before. */
  private static OptionalDouble epoch(TermChart chart, double from, boolean after) {
    List<Double> ends = chart.epochEnds();
    return after
        ? ends.stream().mapToDouble(Double::doubleValue).filter(end -> end > from).min()
        : ends.stream().mapToDouble(Double::doubleValue).filter(end -> end < from).max();
  }
}
