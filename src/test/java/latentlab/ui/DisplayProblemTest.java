package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;

class DisplayProblemTest {

  private final Messages messages = Messages.load();

  @Test
  void namesTheDisplayWhereThereIsNone() {
    String line =
        DisplayProblem.explain(
            new UnsupportedOperationException("Unable to open DISPLAY"), messages);

    assertThat(line).contains("no display was found").contains("latent-lab --help");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void namesGtkWhereItIsMissing() {
    String line =
        DisplayProblem.explain(
            new UnsupportedOperationException("Unable to load glass GTK library."), messages);

    assertThat(line).contains("GTK 3").contains("apt install libgtk-3-0");
  }

  @Test
  void namesTheLibraryThatCannotBeLinked() {
    String line =
        DisplayProblem.explain(
            new RuntimeException(
                new UnsatisfiedLinkError("libgthread-2.0.so.0: cannot open\nmore")),
            messages);

    assertThat(line).contains("GTK 3").contains("libgthread-2.0.so.0");
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void staysOneLineForAnyOtherProblem() {
    String line = DisplayProblem.explain(new RuntimeException("no pipeline\nat all"), messages);

    assertThat(line).contains("no pipeline").contains("latent-lab --help");
    assertThat(line.lines()).hasSize(1);
  }
}
