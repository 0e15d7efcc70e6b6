package latentlab.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

class DeferredTabTest {

  private final List<String> told = new ArrayList<>();
  private final DeferredTab<RecordingTab> deferred =
      new DeferredTab<>("some-tab", "Some tab", Feather.GRID, RecordingTab::new);

  @Test
  void isNamedBeforeItIsBuilt() {
    assertThat(deferred.id()).isEqualTo("some-tab");
    assertThat(deferred.title()).isEqualTo("Some tab");
    assertThat(deferred.icon()).isEqualTo(Feather.GRID);
    assertThat(told).isEmpty();
  }

  @Test
  void isBuiltOnceWhenItIsLookedAt() {
    deferred.onShown();
    Node first = deferred.view();

    assertThat(deferred.view()).isSameAs(first);
    assertThat(deferred.built().view()).isSameAs(first);
    assertThat(told).containsExactly("built", "shown");
  }

  @Test
  void isNotBuiltToBeHiddenOrClosed() {
    deferred.onHidden();
    deferred.close();

    assertThat(deferred.isSettled()).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void tellsTheTabThatWasBuilt() {
    deferred.onShown();
    deferred.onHidden();
    deferred.close();

    assertThat(deferred.isSettled()).isFalse();
    assertThat(told).containsExactly("built", "shown", "hidden", "closed");
  }

  /** A tab that writes down what it is told. */
  private final class RecordingTab implements LabTab {

    private final Node view = new Group();

    RecordingTab() {
      told.add("built");
    }

    @Override
    public String id() {
      return "some-tab";
    }

    @Override
    public String title() {
      return "Some tab";
    }

    @Override
    public Ikon icon() {
      return Feather.GRID;
    }

    @Override
    public Node view() {
      return view;
    }

    @Override
    public boolean isSettled() {
      return false;
    }

    @Override
    public void onShown() {
      told.add("shown");
    }

    @Override
    public void onHidden() {
      told.add("hidden");
    }

    @Override
    public void close() {
      told.add("closed");
    }
  }
}
