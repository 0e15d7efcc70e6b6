package latentlab.ui.session;

import javafx.scene.Node;
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
   * What the tab shows.
   *
   * @return the same node at each call
   */
  Node view();

  /** The tab has come to the front. Work that only serves the eye may start. */
  default void onShown() {}

  /** The tab is no longer in front. Work that only serves the eye must rest. */
  default void onHidden() {}

  /** The window closes: ends what the tab has started, without waiting for it. */
  @Override
  default void close() {}
}
