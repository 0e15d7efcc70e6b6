package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.ui.classes.ClassControls.Hand;
import org.junit.jupiter.api.Test;

class ModelsBesideTest {

  private final ObservableList<ClassModel> shelf =
      FXCollections.observableArrayList(model("a"), model("b"), model("c"));
  private final ModelsBeside beside = new ModelsBeside(shelf);

  @Test
  void offersAllButTheExploredOneAndShowsThoseThatAreChosen() {
    beside.explore(model("b"));
    beside.choose("c", true);
    beside.choose("a", true);

    assertThat(ids(beside.offered())).containsExactly("a", "c");
    assertThat(ids(beside.shown().get())).containsExactly("c", "a");
    beside.choose("c", false);
    assertThat(ids(beside.shown().get())).containsExactly("a");
  }

  @Test
  void showsNoneWithoutAnExploredModel() {
    beside.choose("a", true);
    assertThat(beside.shown().get()).isEmpty();
    beside.explore(model("b"));
    assertThat(ids(beside.shown().get())).containsExactly("a");
    beside.explore(null);

    assertThat(beside.shown().get()).isEmpty();
    assertThat(beside.chosen().get()).containsExactly("a");
  }

  @Test
  void aModelThatIsExploredForAWhileOrReplacedComesBackByItself() {
    beside.explore(model("b"));
    beside.choose("a", true);
    beside.explore(model("a"));
    assertThat(beside.shown().get()).isEmpty();
    beside.explore(model("c"));
    assertThat(ids(beside.shown().get())).containsExactly("a");

    shelf.remove(0);
    assertThat(beside.shown().get()).isEmpty();
    ClassModel again = model("a");
    shelf.add(again);
    assertThat(beside.shown().get()).singleElement().isSameAs(again);
  }

  @Test
  void goingBackPassesOverWhatIsGoneOrExploredNow() {
    beside.explore(model("d"));
    beside.choose("a", true);
    beside.choose("b", true);
    beside.choose("c", true);
    List<String> all = beside.chosen().get();
    beside.choose("a", false);
    beside.choose("b", false);
    beside.choose("c", false);
    shelf.remove(0);
    beside.explore(model("b"));
    beside.restore(all);
    assertThat(beside.chosen().get()).containsExactly("c");
    assertThat(ids(beside.shown().get())).containsExactly("c");

    beside.explore(model("d"));
    shelf.add(model("a"));
    assertThat(ids(beside.shown().get())).containsExactly("c");
  }

  @Test
  void goingBackLeavesAChoiceThatCannotBeShownNow() {
    beside.explore(model("c"));
    beside.choose("a", true);
    beside.explore(model("a"));
    beside.restore(List.of("b"));
    beside.explore(model("c"));

    assertThat(ids(beside.shown().get())).containsExactlyInAnyOrder("a", "b");
  }

  private static ClassModel model(String id) {
    return new PatientModel().model(id, new ClassControls(true, 0, 1, 1, Hand.NONE));
  }

  private static List<String> ids(List<ClassModel> models) {
    return models.stream().map(ClassModel::id).toList();
  }
}
