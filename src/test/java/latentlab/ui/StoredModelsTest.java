package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredModelsTest {

  @TempDir private Path folder;

  @Test
  void readsTheBundledModelsAndThoseOfItsUserThatAreThere() throws IOException {
    BundledModels bundled = BundledModels.ofProgram();
    Path mine = Files.createDirectory(folder.resolve("mine"));
    for (String file : List.of("model.json", "weights.safetensors")) {
      Files.copy(bundled.folder().resolve("vae-2d").resolve(file), mine.resolve(file));
    }
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("model.json"), "{");

    List<ShelvedModel> models =
        new StoredModels(bundled, Messages.load())
            .all(List.of(damaged, folder.resolve("absent"), mine), ModelFamilies.discover());

    assertThat(models).hasSize(bundled.names().size() + 1);
    ShelvedModel last = models.get(models.size() - 1);
    assertThat(last.id()).isEqualTo(mine.toAbsolutePath().toString());
    assertThat(last.title()).startsWith("mine \u00b7 Variational autoencoder with 2");
  }
}
