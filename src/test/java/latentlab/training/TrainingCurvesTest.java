package latentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.storage.AtomicFile;
import latentlab.storage.SafetensorsFile;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingCurvesTest {

  private static final String LOSSES = "training-losses.safetensors";

  @TempDir Path folder = Path.of("");

  @Test
  void readsBackWhatItWrote() {
    write(curves(new long[] {1, 2, 7}, new float[] {5, 4.5f, 0.1f}));

    TrainingCurves read = TrainingCurves.read(folder);
    assertThat(read.place().plannedEpochs()).isEqualTo(9);
    assertThat(read.place().record().history().epochs())
        .containsExactly(epoch(5, 3.25, 4), epoch(10, 2.125, 3));
    assertThat(points(read, "total").steps()).containsExactly(1, 2, 7);
    assertThat(points(read, "total").values()).containsExactly(5, 4.5f, 0.1f);
    assertThat(TrainingCurves.areIn(folder)).isTrue();
  }

  @Test
  void readsACheckpointWithoutTheLossesOfSteps() throws IOException {
    write(curves(new long[] {1}, new float[] {5}));
    Files.delete(folder.resolve(LOSSES));

    assertThat(TrainingCurves.read(folder).steps()).isEmpty();
    assertThat(TrainingCurves.read(folder).place().record().history().size()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    TrainingHistory blown = new TrainingHistory(List.of(epoch(5, 3, 4), epoch(10, Double.NaN, 3)));
    TrainingPlace place =
        new TrainingPlace(9, new TrainingRecord(10, blown, LossSum.NONE, Optional.empty()));
    float[] values = {2, Float.NaN, Float.POSITIVE_INFINITY, 3};
    write(
        new TrainingCurves(
            place, Map.of("total", new TrainingCurves.Points(new long[] {1, 2, 3, 4}, values))));

    TrainingCurves read = TrainingCurves.read(folder);
    assertThat(read.place().record().history().epochs()).containsExactly(epoch(5, 3, 4));
    assertThat(points(read, "total").steps()).containsExactly(1, 4);
  }

  @Test
  void saysThatAFolderHoldsNoTraining() {
    assertThat(TrainingCurves.areIn(folder)).isFalse();
    assertRefused("training.json", "not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"format\":1}",
        "{\"format\":2,\"plannedEpochs\":1,\"steps\":1,\"begunEpoch\":{},\"epochs\":[]}",
      })
  void refusesATextThatIsNoTraining(String text) throws IOException {
    Files.writeString(folder.resolve("training.json"), text);

    assertRefused("training.json");
  }

  @Test
  void refusesEpochsThatDoNotRise() throws IOException {
    write(curves(new long[] {1}, new float[] {5}));
    replaceInRecord("\"step\":10", "\"step\":5");
    assertRefused("epochs[1]", "step 5");
    replaceInRecord("\"step\":5,", "\"step\":11,");

    assertRefused("epochs[0]", "step 11");
  }

  @Test
  void refusesMorePartsThanAnyModelHas() {
    Map<String, Double> parts = new LinkedHashMap<>();
    IntStream.range(0, 50).forEach(i -> parts.put("part " + i, 1.0));
    LossTerms many = new LossTerms(1, parts);
    TrainingHistory history =
        new TrainingHistory(List.of(new TrainingHistory.Epoch(10, many, many)));
    write(
        new TrainingCurves(
            new TrainingPlace(1, new TrainingRecord(10, history, LossSum.NONE, Optional.empty())),
            Map.of()));

    assertRefused("more than 40 parts");
  }

  @Test
  void refusesAPartOfTheNameOfTheTotal() {
    LossTerms terms = new LossTerms(1, Map.of("total", 2.0));
    TrainingHistory history =
        new TrainingHistory(List.of(new TrainingHistory.Epoch(10, terms, terms)));
    write(
        new TrainingCurves(
            new TrainingPlace(1, new TrainingRecord(10, history, LossSum.NONE, Optional.empty())),
            Map.of()));

    assertRefused("named total");
  }

  @Test
  void refusesStepsThatDoNotRiseOrAreNoWholeNumbers() {
    for (float[] steps : new float[][] {{2, 2}, {3, 1}, {0, 1}, {1, 1.5f}, {1, 11}, {-4, 1}}) {
      write(curves(new long[] {1}, new float[] {5}));
      writeLosses(new Tensor(List.of(2L, 2L), new float[] {steps[0], steps[1], 9, 9}));
      assertRefused(LOSSES, "total", "expected whole numbers");
    }
  }

  @Test
  void refusesTensorsOfOtherShapes() {
    write(curves(new long[] {1}, new float[] {5}));
    writeLosses(new Tensor(List.of(3L, 1L), new float[] {1, 2, 3}));
    assertRefused(LOSSES, "[3, 1]");
    writeLosses(Tensor.vector(1, 2));

    assertRefused(LOSSES, "expected [2, points]");
  }

  @Test
  void refusesLossesThatAreCutShort() throws IOException {
    write(curves(new long[] {1, 2}, new float[] {5, 4}));
    byte[] whole = Files.readAllBytes(folder.resolve(LOSSES));
    Files.write(folder.resolve(LOSSES), Arrays.copyOf(whole, whole.length - 3));

    assertRefused(LOSSES);
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> TrainingCurves.read(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .message()
        .hasLineCount(1);
  }

  private void replaceInRecord(String old, String now) throws IOException {
    Path file = folder.resolve("training.json");
    Files.writeString(file, Files.readString(file).replace(old, now));
  }

  private void writeLosses(Tensor total) {
    SafetensorsFile.write(
        folder.resolve(LOSSES),
        new SafetensorsFile.Contents(new Tensors(Map.of("total", total)), Map.of()));
  }

  private static TrainingCurves.Points points(TrainingCurves curves, String term) {
    return Objects.requireNonNull(curves.steps().get(term));
  }

  private void write(TrainingCurves curves) {
    curves
        .files()
        .forEach(
            (name, content) -> {
              try {
                Files.deleteIfExists(folder.resolve(name));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              AtomicFile.write(folder.resolve(name), content);
            });
  }

  private static TrainingCurves curves(long[] steps, float[] values) {
    TrainingHistory history = new TrainingHistory(List.of(epoch(5, 3.25, 4), epoch(10, 2.125, 3)));
    return new TrainingCurves(
        new TrainingPlace(9, new TrainingRecord(10, history, LossSum.NONE, Optional.empty())),
        Map.of("total", new TrainingCurves.Points(steps, values)));
  }

  private static TrainingHistory.Epoch epoch(long step, double training, double validation) {
    return new TrainingHistory.Epoch(
        step,
        new LossTerms(training, Map.of("kl", 1.0)),
        new LossTerms(validation, Map.of("kl", 2.0)));
  }
}
