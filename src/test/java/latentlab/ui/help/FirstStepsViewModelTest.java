package latentlab.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstStepsViewModelTest {

  private final FirstStepsViewModel steps = new FirstStepsViewModel();

  @Test
  void showsNothingUntilItBegins() {
    assertThat(steps.shown().get()).isFalse();
  }

  @Test
  void endsAfterTheLastSentence() {
    steps.begin();
    for (int i = 1; i < FirstStepsViewModel.STEPS; i++) {
      steps.next();
      assertThat(steps.step().get()).isEqualTo(i);
      assertThat(steps.shown().get()).isTrue();
    }

    steps.next();

    assertThat(steps.shown().get()).isFalse();
  }

  @Test
  void goesBackNoFartherThanTheFirst() {
    steps.begin();
    steps.next();
    steps.back();
    steps.back();

    assertThat(steps.step().get()).isZero();
    assertThat(steps.shown().get()).isTrue();
  }

  @Test
  void beginsAgainWithTheFirst() {
    steps.begin();
    steps.next();
    steps.end();
    steps.begin();

    assertThat(steps.step().get()).isZero();
  }
}
