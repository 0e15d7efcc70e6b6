package latentlab.ui.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelFamilies;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.ExploredModel;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.SilentModels;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;

class StartupViewModelTest {

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final ExplorationSession session = new ExplorationSession(Runnable::run);
  private final ModelShelf shelf = new ModelShelf(Runnable::run);

  @Test
  void saysThatItUnpacksBeforeAnythingIsLoaded() {
    StartupViewModel startup = startup(() -> done.add("engine"), families -> Optional.empty());
    startup.start();

    assertThat(startup.message().get()).startsWith("Unpacking the numeric engine");
    assertThat(startup.busy().get()).isTrue();
    assertThat(done).isEmpty();
  }

  @Test
  void bringsTheFamiliesAndTheFirstModel() {
    ExploredModel model = SilentModels.named("VAE, mnist", false);
    StartupViewModel startup = startup(() -> done.add("engine"), families -> Optional.of(model));
    run(startup);

    assertThat(done).containsExactly("engine", "families");
    assertThat(session.current()).contains(model);
    assertThat(startup.busy().get()).isFalse();
    assertThat(startup.message().get()).isEqualTo("Ready: " + model.title());
  }

  @Test
  void staysUsableWhenTheModelCannotBeRead() {
    StartupViewModel startup =
        startup(
            () -> done.add("engine"),
            families -> {
              throw new InvalidInputException("models/vae-2d/model.json is no JSON");
            });
    run(startup);

    assertThat(done).containsExactly("engine", "families");
    assertThat(startup.failure().get()).isEqualTo("models/vae-2d/model.json is no JSON");
    assertThat(startup.busy().get()).isFalse();
  }

  @Test
  void tellsWhenTheEngineCannotBeLoaded() {
    StartupViewModel startup =
        startup(
            () -> {
              throw new UnsatisfiedLinkError("no jnind4jcpu in java.library.path");
            },
            families -> Optional.empty());
    run(startup);

    assertThat(done).isEmpty();
    assertThat(startup.failure().get()).contains("could not be loaded").contains("jnind4jcpu");
    assertThat(startup.busy().get()).isFalse();
  }

  @Test
  void doesNotTakeTheModelOfATrainingThatWasFaster() {
    ExploredModel trained = SilentModels.named("VAE, mnist", false);
    StartupViewModel startup =
        startup(
            () -> session.explore(trained),
            families -> Optional.of(SilentModels.named("VAE, mnist", false)));
    run(startup);

    assertThat(session.current()).contains(trained);
  }

  @Test
  void opensNothingAfterTheWindowHasClosed() {
    StartupViewModel startup =
        startup(() -> {}, families -> Optional.of(SilentModels.named("VAE, mnist", false)));
    startup.start();
    startup.abandon();
    work();

    assertThat(session.current()).isEmpty();
  }

  private StartupViewModel startup(
      Runnable engine, Function<ModelFamilies, Optional<ExploredModel>> firstModel) {
    return new StartupViewModel(
        new StartupSteps(engine, ModelFamilies::discover, families -> List.of(), firstModel),
        session,
        shelf,
        families -> done.add("families"),
        background::add,
        Runnable::run,
        Messages.load());
  }

  private void run(StartupViewModel startup) {
    startup.start();
    work();
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }
}
