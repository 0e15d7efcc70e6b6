package latentlab.ui.latent;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;
import latentlab.ui.latent.points.NoPoints;
import latentlab.ui.neighbours.NoNeighbours;
import latentlab.ui.text.Messages;

/**
 * Measures the time from a slider's change to its picture with a stand-in for the model, to see
 * what the window itself costs. Prints one JSON line. With real models: {@link
 * latentlab.ui.WindowBenchmark}.
 *
 * <p>{@code SliderLatencyBenchmark [--moves N] [--width N] [--height N] [--latent N]
 * [--decode-micros N] [--live] [--busy N]}: the decoder takes so many microseconds for each image,
 * the weights change 30 times a second with {@code --live}, and so many threads compute beside it.
 */
public final class SliderLatencyBenchmark {

  private SliderLatencyBenchmark() {}

  /**
   * Runs the measurement.
   *
   * @param arguments see above
   * @throws Exception if something fails
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = List.of(arguments);
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    ExecutorService model = Executors.newSingleThreadExecutor();
    long decodeNanos = 1000L * number(options, "--decode-micros", 30);
    Decoder decoder =
        codes -> CompletableFuture.supplyAsync(() -> blobs(codes, decodeNanos), model);
    BooleanSupplier running = () -> !model.isShutdown();
    SliderMoves moves = onFxThread(() -> open(options, decoder, running));
    for (int i = 0; i < number(options, "--busy", 0); i++) {
      daemon("busy-" + i, () -> spin(running));
    }
    System.out.println(
        "{\"benchmark\":\"slider-stand-in\",\"label\":\""
            + String.join(" ", options)
            + "\","
            + moves.run()
            + "}");
    model.shutdownNow();
    Platform.exit();
  }

  private static SliderMoves open(List<String> options, Decoder decoder, BooleanSupplier running) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    LatentSpaceViewModel viewModel = new LatentSpaceViewModel(Platform::runLater, System::nanoTime);
    LatentSpaceView view =
        new LatentSpaceView(
            viewModel,
            NoPoints.viewModel(),
            NoNeighbours.viewModel(),
            point -> {},
            Messages.load());
    Scene scene =
        new Scene(view, number(options, "--width", 1280), number(options, "--height", 800));
    Stage stage = new Stage();
    stage.setScene(scene);
    stage.show();
    viewModel.pictures().setActive(true);
    viewModel.explore(new ExploredSpace(number(options, "--latent", 2), 3, decoder));
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            viewModel.pictures().refreshIfDue();
          }
        };
    timer.start();
    viewModel.setLive(options.contains("--live"));
    if (options.contains("--live")) {
      daemon("weights", () -> changeWeights(viewModel, running));
    }
    return new SliderMoves(scene, viewModel, number(options, "--moves", 500));
  }

  private static ImageBatch blobs(LatentCodes codes, long nanosForEach) {
    long end = System.nanoTime() + nanosForEach * codes.count();
    ImageBatch images = BlobDecoder.blobs(codes);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return images;
  }

  private static void changeWeights(LatentSpaceViewModel viewModel, BooleanSupplier running) {
    while (running.getAsBoolean()) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / 30);
      Platform.runLater(viewModel.pictures()::weightsChanged);
    }
  }

  private static void spin(BooleanSupplier running) {
    while (running.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static int number(List<String> options, String name, int usual) {
    int at = options.indexOf(name);
    return at < 0 ? usual : Integer.parseInt(options.get(at + 1));
  }

  private static <T> T onFxThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }
}
