package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.data.ImageBatch;
import latentlab.ui.classes.ClassControls.Hand;
import latentlab.ui.classes.ClassesViewModel.Stage;
import latentlab.ui.input.ImageInputViewModel;
import latentlab.ui.session.FixedTestImages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClassesViewModelTest {

  private static final ClassControls CODES = new ClassControls(true, 0, 1, 1, Hand.ENCODED);
  private static final ClassControls STEPS = new ClassControls(false, 100, 20, 2.5, Hand.NONE);

  private final PatientModel model = new PatientModel();
  private final PatientModel other = new PatientModel();

  /** Takes every image for class 1. */
  private final Judge judge =
      (dataset, images) ->
          CompletableFuture.completedFuture(
              IntStream.range(0, images.count()).mapToObj(i -> new Verdict(1, 0.75)).toList());

  private final ImageInputViewModel input =
      new ImageInputViewModel(
          (shape, dataset, seed) ->
              CompletableFuture.completedFuture(
                  FixedTestImages.opened(
                      new ImageBatch(shape, 1, new float[shape.size()], new int[] {2}))),
          Runnable::run,
          Runnable::run);

  private final ObservableList<ClassModel> shelf = FXCollections.observableArrayList();
  private final ClassesViewModel viewModel =
      new ClassesViewModel(judge, input, shelf, Runnable::run);

  @BeforeEach
  void explore() {
    viewModel.setShown(true);
    viewModel.explore(model.model("explored", CODES), Stage.READY);
    viewModel.choose(now -> now.withCount(2));
    model.answerAll();
    model.asked();
  }

  @Test
  void drawsARowForEachClassAtFirst() {
    SheetContent content = content(0);

    assertThat(content.rows()).isEqualTo(3);
    assertThat(content.image(2, 1).orElseThrow().pixels()).containsOnly(0.2f + 0.01f);
    assertThat(viewModel.progress().get()).isEqualTo(1);
    assertThat(viewModel.running().get()).isFalse();
  }

  @Test
  void drawsAnewAsSoonAsSomethingIsChosen() {
    viewModel.chooseOnly(1);
    assertThat(model.asked()).containsExactly("seed 1 class 1 from 0");
    viewModel.choose(now -> now.withSeed(7));
    model.answerAll();

    assertThat(model.asked()).containsExactly("seed 7 class 1 from 0");
    assertThat(content(0).choices().seed()).isEqualTo(7);
  }

  @Test
  void asksOnlyForTheLatestOfManyWishes() {
    for (long seed = 10; seed < 20; seed++) {
      long wanted = seed;
      viewModel.choose(now -> now.withSeed(wanted));
    }
    assertThat(model.asked()).containsExactly("seed 10 class 0 from 0");
    model.answerAll();

    assertThat(model.asked())
        .containsExactly(
            "seed 19 class 0 from 0", "seed 19 class 1 from 0", "seed 19 class 2 from 0");
    assertThat(content(0).arrived()).hasSize(3);
  }

  @Test
  void addsAndRemovesClassesButKeepsTheLast() {
    viewModel.chooseOnly(1);
    viewModel.toggle(0);
    assertThat(choices().labels()).containsExactly(0, 1);
    viewModel.toggle(0);
    viewModel.toggle(1);
    assertThat(choices().labels()).containsExactly(1);
    viewModel.chooseOnly(9);
    assertThat(choices().labels()).containsExactly(1);
    viewModel.chooseAll();
    assertThat(choices().labels()).containsExactly(0, 1, 2);
  }

  @Test
  void countsHowOftenTheClassifierAgrees() {
    assertThat(content(0).agreement()).isEqualTo(new SheetContent.Agreement(2, 6));
    assertThat(content(0).verdict(0, 0)).contains(new Verdict(1, 0.75));
  }

  @Test
  void drawsTheSameBesideInAnotherModelInFewImagesAtATimeWhereThatTakesLong() {
    viewModel.choose(now -> now.withCount(30));
    viewModel.chooseOnly(2);
    shelf.add(other.model("other", STEPS));
    viewModel.beside().choose("other", true);
    assertThat(viewModel.controls().stepwise()).isTrue();
    assertThat(choices().guidance()).isEqualTo(2.5);
    other.answerOne();
    assertThat(viewModel.running().get()).isTrue();
    assertThat(content(1).image(0, 3)).isPresent();
    assertThat(content(1).image(0, 4)).isEmpty();
    other.answerAll();

    assertThat(other.asked())
        .containsExactly(
            "seed 1 class 2 from 0", "seed 1 class 2 from 4", "seed 1 class 2 from 20");
    viewModel.beside().choose("other", false);
    assertThat(viewModel.sheets()).hasSize(1);
  }

  @Test
  void keepsWhatHasComeWhenItIsCancelled() {
    viewModel.choose(now -> now.withSeed(3));
    model.answerOne();
    viewModel.cancel();
    model.answerAll();

    assertThat(content(0).arrived()).hasSize(1);
    assertThat(viewModel.running().get()).isFalse();
  }

  @Test
  void drawsNothingWhileNobodyLooks() {
    viewModel.setShown(false);
    viewModel.choose(now -> now.withSeed(3));
    viewModel.weightsChanged();
    assertThat(model.asked()).isEmpty();
    viewModel.setShown(true);

    assertThat(model.asked()).containsExactly("seed 3 class 0 from 0");
  }

  @Test
  void finishesASheetBeforeItFollowsATraining() {
    viewModel.weightsChanged();
    viewModel.weightsChanged();
    viewModel.weightsChanged();
    model.answerAll();

    assertThat(model.asked().stream().filter(what -> what.startsWith("seed"))).hasSize(6);
  }

  @Test
  void keepsTheHandOfATestImageAtFirstAndThenThatOfAnImageThatIsClicked() {
    HandViewModel hand = viewModel.hand();
    assertThat(hand.label().get()).isEqualTo(2);
    assertThat(hand.written().get()).isNotNull();
    viewModel.keepHand(viewModel.sheets().get(0), 1, 1);
    model.answerAll();

    assertThat(model.asked()).containsExactly("rewrite 1");
    assertThat(hand.origin().get()).isEqualTo(HandViewModel.LabelOrigin.GIVEN);
    assertThat(hand.verdicts().get()).hasSize(3);
  }

  @Test
  void asksTheClassifierWhatADrawingShowsAndLetsTheUserSayOtherwise() {
    input.give(ImageBatch.unlabelled(PatientModel.SHAPE, new float[4]));
    model.answerAll();
    assertThat(model.asked()).containsExactly("rewrite 1");
    assertThat(viewModel.hand().origin().get()).isEqualTo(HandViewModel.LabelOrigin.JUDGED);
    viewModel.hand().chooseLabel(0);
    model.answerAll();

    assertThat(model.asked()).containsExactly("rewrite 0");
  }

  @Test
  void aStepBackBringsTheImageOfTheHandAndWhatItShowsBack() {
    ClassesState example = viewModel.state();
    input.give(ImageBatch.unlabelled(PatientModel.SHAPE, new float[] {1, 0, 0, 1}));
    model.answerAll();
    ClassesState given = viewModel.state();
    viewModel.hand().chooseLabel(0);
    model.answerAll();
    ClassesState said = viewModel.state();
    assertThat(said.label()).hasValue(0);

    model.asked();
    viewModel.restore(said);
    model.answerAll();
    assertThat(model.asked()).as("nothing is written twice").isEmpty();

    viewModel.restore(given);
    model.answerAll();
    assertThat(viewModel.hand().origin().get()).isEqualTo(HandViewModel.LabelOrigin.JUDGED);
    viewModel.restore(example);
    model.answerAll();
    assertThat(viewModel.hand().label().get()).isEqualTo(2);
    assertThat(handImage().pixels()).containsOnly(0);
    viewModel.restore(said);
    model.answerAll();
    assertThat(handImage().pixels()).containsExactly(1, 0, 0, 1);
    assertThat(viewModel.hand().label().get()).isZero();
    assertThat(viewModel.hand().origin().get()).isEqualTo(HandViewModel.LabelOrigin.CHOSEN);
  }

  @Test
  void aStepBackTakesAModelBesideAwayAndAStepForthBringsItWithItsSettings() {
    shelf.add(other.model("other", STEPS));
    ClassesState alone = viewModel.state();
    viewModel.beside().choose("other", true);
    viewModel.choose(now -> now.withSteps(50).withGuidance(4));
    other.answerAll();
    ClassesState both = viewModel.state();
    assertThat(both).isNotEqualTo(alone);

    viewModel.restore(alone);
    assertThat(titles()).containsExactly("explored");
    assertThat(viewModel.state()).isEqualTo(alone);
    viewModel.restore(both);
    other.answerAll();
    assertThat(titles()).containsExactly("explored", "other");
    assertThat(choices().steps()).isEqualTo(50);
    assertThat(content(1).choices().guidance()).isEqualTo(4);
    assertThat(viewModel.state()).isEqualTo(both);
  }

  @Test
  void sheetsBesideFollowTheOrderOfChoiceAndThoseThatStayAreKept() {
    shelf.addAll(other.model("first", CODES), other.model("second", CODES));
    viewModel.beside().choose("second", true);
    viewModel.beside().choose("first", true);
    Sheet kept = viewModel.sheets().get(2);
    ClassesState both = viewModel.state();
    assertThat(titles()).containsExactly("explored", "second", "first");

    viewModel.beside().choose("second", false);
    viewModel.restore(both);
    assertThat(titles()).containsExactly("explored", "second", "first");
    assertThat(viewModel.sheets().get(2)).isSameAs(kept);
    viewModel.beside().restore(List.of("first", "second"));
    assertThat(titles()).containsExactly("explored", "first", "second");
    assertThat(viewModel.sheets().get(1)).isSameAs(kept);
  }

  @Test
  void aChangeOfTheExploredModelKeepsThoseBesideIt() {
    shelf.addAll(other.model("other", STEPS), other.model("next", CODES));
    viewModel.beside().choose("other", true);
    other.answerAll();
    other.asked();
    viewModel.explore(null, Stage.WAITING);
    assertThat(viewModel.sheets()).isEmpty();
    viewModel.explore(model.model("next", CODES), Stage.READY);

    assertThat(titles()).containsExactly("next", "other");
    assertThat(choices().count()).isEqualTo(2);
    assertThat(choices().steps()).isEqualTo(20);
    other.answerAll();
    assertThat(other.asked())
        .as("nothing is drawn twice")
        .containsExactly("seed 1 class 0 from 0", "seed 1 class 1 from 0", "seed 1 class 2 from 0");
  }

  private List<String> titles() {
    return viewModel.sheets().stream().map(sheet -> sheet.model().title()).toList();
  }

  private ImageBatch handImage() {
    return Objects.requireNonNull(viewModel.hand().input().get());
  }

  @Test
  void aSearchForTheCodeOfAnImageEndsWhenAnotherImageComes() {
    viewModel.explore(
        other.model("searching", new ClassControls(true, 0, 1, 1, Hand.SEARCHED)), Stage.READY);
    other.answerAll();
    other.asked();
    HandViewModel hand = viewModel.hand();
    assertThat(hand.searching().get()).isFalse();
    ImageBatch before = hand.written().get();

    hand.chooseLabel(0);
    assertThat(hand.searching().get()).isTrue();
    hand.chooseLabel(1);
    assertThat(other.asked()).as("one at a time").containsExactly("rewrite 0");
    other.answerOne();
    assertThat(hand.written().get()).as("the cancelled one").isSameAs(before);
    assertThat(viewModel.problem().get()).isEmpty();
    assertThat(other.asked()).containsExactly("rewrite 1");
    other.answerOne();
    assertThat(hand.written().get()).isNotSameAs(before);
    assertThat(hand.searching().get()).isFalse();
    viewModel.weightsChanged();
    assertThat(other.asked())
        .as("not repeated for each change")
        .noneMatch(q -> q.contains("rewrite"));
  }

  @Test
  void keepsChoicesForTheNextModelThatKnowsTheClasses() {
    viewModel.chooseOnly(2);
    viewModel.choose(now -> now.withSeed(5));
    viewModel.explore(null, Stage.WAITING);
    viewModel.explore(other.model("next", STEPS), Stage.READY);

    assertThat(choices().labels()).isEqualTo(List.of(2));
    assertThat(choices().seed()).isEqualTo(5);
    assertThat(choices().steps()).isEqualTo(20);
    assertThat(viewModel.hand().model().get()).isNull();
  }

  private ClassChoices choices() {
    return Objects.requireNonNull(viewModel.choices().get());
  }

  private SheetContent content(int sheet) {
    return Objects.requireNonNull(viewModel.sheets().get(sheet).content().get());
  }
}
