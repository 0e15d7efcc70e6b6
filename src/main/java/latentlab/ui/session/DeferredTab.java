package latentlab.ui.session;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import latentlab.models.GenerativeModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/**
 * A tab that is built when it is first looked at, so that the window is there the sooner. For the
 * JavaFX thread.
 *
 * @param <T> the tab that is built
 */
public final class DeferredTab<T extends LabTab> implements LabTab {

  private final String id;
  private final String title;
  private final Ikon icon;
  private final Supplier<T> builder;
  private @Nullable T tab;

  /**
   * Builds nothing yet.
   *
   * @param id as the tab gives it
   * @param title as the tab gives it
   * @param icon as the tab gives it
   * @param builder makes the tab
   */
  public DeferredTab(String id, String title, Ikon icon, Supplier<T> builder) {
    this.id = id;
    this.title = title;
    this.icon = icon;
    this.builder = builder;
  }

  @Override
  public T built() {
    T made = tab;
    if (made == null) {
      made = builder.get();
      tab = made;
    }
    return made;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Ikon icon() {
    return icon;
  }

  @Override
  public Node view() {
    return built().view();
  }

  @Override
  public boolean suits(GenerativeModel model) {
    return built().suits(model);
  }

  @Override
  public boolean isSettled() {
    return ifBuilt().map(LabTab::isSettled).orElse(true);
  }

  @Override
  public void onShown() {
    built().onShown();
  }

  @Override
  public void onHidden() {
    ifBuilt().ifPresent(LabTab::onHidden);
  }

  @Override
  public void close() {
    ifBuilt().ifPresent(LabTab::close);
  }

  private Optional<LabTab> ifBuilt() {
    return Optional.ofNullable(tab);
  }
}
