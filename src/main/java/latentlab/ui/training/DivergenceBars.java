package latentlab.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * A bar for each latent dimension, as high as the divergence that it carries, beside the greatest.
 * A dimension that has collapsed is a bar without height.
 */
final class DivergenceBars extends Pane {

  private static final double HEIGHT = 44;

  /** Of a bar's share of the width; the rest is a gap. */
  private static final double PART = 0.8;

  /** Even the greatest of small values is not drawn as if it were much. */
  private static final double LEAST_FULL_HEIGHT = 0.1;

  private final List<Region> bars = new ArrayList<>();
  private List<Double> values = List.of();

  DivergenceBars() {
    getStyleClass().add("divergence-bars");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMinWidth(0);
  }

  void show(List<Double> divergence) {
    values = divergence;
    while (bars.size() < divergence.size()) {
      Region bar = new Region();
      bar.getStyleClass().add("divergence-bar");
      bars.add(bar);
    }
    getChildren().setAll(bars.subList(0, divergence.size()));
    for (int i = 0; i < divergence.size(); i++) {
      Tooltip.install(
          bars.get(i),
          new Tooltip(String.format(Locale.ROOT, "z%d: %.3f nats", i + 1, divergence.get(i))));
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double full = Math.max(greatest, LEAST_FULL_HEIGHT);
    double share = getWidth() / Math.max(1, values.size());
    for (int i = 0; i < values.size(); i++) {
      double height = Math.max(1, getHeight() * Math.min(1, values.get(i) / full));
      bars.get(i)
          .resizeRelocate(
              snapPositionX(i * share), getHeight() - height, Math.max(1, PART * share), height);
    }
  }
}
