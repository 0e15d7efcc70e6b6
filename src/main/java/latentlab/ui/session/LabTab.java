package latentlab.ui.session;

import javafx.scene.Node;
import latentlab.models.GenerativeModel;
import org.kordamp.ikonli.Ikon;

/** One tab of the window. All methods are called on the JavaFX thread. */
public interface LabTab extends AutoCloseable {

  /**
   * The name by which settings of the window remember the tab.
   *
   * @return lower-case words joined by hyphens, unique among the tabs
   */
  String id();

  /**
   * The name for people.
   *
   * @return a few words
   */
  String title();

  /**
   * The picture beside the title.
   *
   * @return an icon of the Feather pack
   */
  Ikon icon();

  /**
   * The tab itself, where this one only stands for it until it is needed.
   *
   * @return the same at each call
   */
  default LabTab built() {
    return this;
  }

  /**
   * What the tab shows.
   *
   * @return the same node at each call
   */
  Node view();

  /**
   * Whether the tab has something to show for a model.
   *
   * @param model asked on the thread that owns it
   * @return true if it does not matter which model is explored
   */
  default boolean suits(GenerativeModel model) {
    return true;
  }

  /**
   * Whether everything that the tab is to show for the explored model is drawn.
   *
   * @return false while something is still being made
   */
  default boolean isSettled() {
    return true;
  }

  /** Goes, once settled, to where a still picture of the tab tells most about it. */
  default void showExample() {}

  /** The tab has come to the front. Work that only serves the eye may start. */
  default void onShown() {}

  /** The tab is no longer in front. Work that only serves the eye must rest. */
  default void onHidden() {}

  /** The window closes: ends what the tab has started, without waiting for it. */
  @Override
  default void close() {}
}
