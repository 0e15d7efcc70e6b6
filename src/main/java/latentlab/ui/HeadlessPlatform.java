package latentlab.ui;

import java.util.Map;

/** JavaFX without a display: Monocle draws into memory, by software. */
final class HeadlessPlatform {

  private HeadlessPlatform() {}

  /** To be called before JavaFX is started; what was set by hand stays. */
  static void choose(int width, int height) {
    Map.of(
            "glass.platform", "Monocle",
            "monocle.platform", "Headless",
            "headless.geometry", width + "x" + height + "-32",
            "prism.order", "sw",
            "prism.text", "t2k",
            "java.awt.headless", "true")
        .forEach(
            (name, value) -> {
              if (System.getProperty(name) == null) {
                System.setProperty(name, value);
              }
            });
  }
}
