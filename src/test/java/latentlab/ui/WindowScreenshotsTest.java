package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import latentlab.failure.InvalidInputException;
import latentlab.training.TrainingState;
import latentlab.ui.diffusion.DiffusionTabFixture;
import latentlab.ui.interpolation.InterpolationTab;
import latentlab.ui.latent.LatentSpaceTab;
import latentlab.ui.session.AnchorDesk;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.LabTab;
import latentlab.ui.session.Openings;
import latentlab.ui.text.Messages;
import latentlab.ui.training.SyntheticEvents;
import latentlab.ui.training.TrainingTabFixture;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Renders every tab in both themes and two sizes into {@code target/screenshots}, to be looked at.
 * Another tab is added to {@link #tabs}.
 */
@ExtendWith(ApplicationExtension.class)
class WindowScreenshotsTest {

  private static final Path FOLDER = Path.of("target", "screenshots");

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private TrainingTabFixture training;

  @SuppressWarnings("NullAway.Init")
  private DiffusionTabFixture diffusion;

  @SuppressWarnings("NullAway.Init")
  private MainWindow content;

  @Start
  void keepStage(Stage primary) {
    stage = primary;
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "LIGHT,1920,1080", "DARK,1280,800", "DARK,1920,1080"})
  void everyTabFillsItsWindow(Theme theme, int width, int height) throws IOException {
    List<String> ids = open(theme, width, height);
    for (String id : ids) {
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> content.showTab(id));
      shoot(theme, width, height, id + "-empty");
    }
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          content.showTab(ids.get(0));
          training.train(10, 430, 4);
        });
    shoot(theme, width, height, "training-running");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> ((ToggleButton) stage.getScene().lookup("#chart-log")).fire());
    shoot(theme, width, height, "training-logarithmic");
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> SyntheticEvents.collapse(4, training::tell));
    shoot(theme, width, height, "training-collapsing");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          training.end(TrainingState.FAILED, "the loss became NaN in step 1,720");
          training.chooseDataset("mnist");
          training.type("latent", "many");
        });
    shoot(theme, width, height, "training-failed");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          content.showTab("diffusion");
          diffusion.sample();
        });
    shoot(theme, width, height, "diffusion-sampled");
    WaitForAsyncUtils.waitForAsyncFx(5_000, diffusion::branch);
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(5_000, diffusion::showTheMiddle);
    shoot(theme, width, height, "diffusion-branched");
  }

  private List<LabTab> tabs(ExplorationSession session) {
    training = new TrainingTabFixture(session);
    diffusion = new DiffusionTabFixture(session);
    LatentSpaceTab latent =
        new LatentSpaceTab(
            session,
            (shape, dataset, seed) -> new CompletableFuture<>(),
            (card, progress, cancellation) -> {
              throw new InvalidInputException("there are no images in this test");
            },
            new AnchorDesk(line -> {}, Messages.load()),
            Runnable::run,
            Messages.load());
    InterpolationTab interpolation =
        new InterpolationTab(
            Openings.without(session),
            (shape, dataset, seed) -> new CompletableFuture<>(),
            new AnchorDesk(line -> {}, Messages.load()),
            Runnable::run,
            Messages.load());
    return List.of(training.tab(), latent, interpolation, diffusion.tab());
  }

  private List<String> open(Theme theme, int width, int height) {
    List<String> ids = new ArrayList<>();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          ExplorationSession session = new ExplorationSession(Runnable::run);
          StatusViewModel status = new StatusViewModel((work, delay) -> {});
          status.show(Messages.load().text("startup.engine"), true);
          List<LabTab> tabs = tabs(session);
          tabs.forEach(tab -> ids.add(tab.id()));
          WindowState state =
              new WindowState(Optional.empty(), false, theme, "", Optional.empty(), true, false);
          content = new MainWindow(tabs, Openings.without(session), status, state, Messages.load());
          stage.setScene(content.scene());
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(width);
          stage.setHeight(height);
          stage.show();
        });
    return ids;
  }

  private void shoot(Theme theme, int width, int height, String name) throws IOException {
    // Charts are drawn in the pulse after the one that lays them out.
    WaitForAsyncUtils.waitForFxEvents(8);
    AtomicReference<BufferedImage> shot = new AtomicReference<>();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          WritableImage image = stage.getScene().snapshot(null);
          shot.set(SwingFXUtils.fromFXImage(image, null));
        });
    BufferedImage image = Objects.requireNonNull(shot.get());
    String file =
        String.format(
            "%s-%s-%dx%d.png", name, theme.name().toLowerCase(Locale.ROOT), width, height);
    Files.createDirectories(FOLDER);
    File target = FOLDER.resolve(file).toFile();
    ImageIO.write(image, "png", target);
    assertThat(image.getWidth()).as(file).isEqualTo(width);
    assertThat(image.getHeight()).as(file).isEqualTo(height);
    assertThat(colours(image)).as("colours of " + file).hasSizeGreaterThan(30);
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
