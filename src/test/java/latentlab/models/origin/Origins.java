package latentlab.models.origin;

import java.util.List;
import java.util.Optional;
import latentlab.models.LatentCodes;
import latentlab.models.denoising.SamplerType;

/** Origins for tests. */
public final class Origins {

  /** Any hash. */
  public static final String HASH = "0123456789abcdef".repeat(4);

  private Origins() {}

  /** A model with weights of this hash. */
  public static ModelReference model(String id, String hash) {
    return new ModelReference(id, id + ": a model", "vae", Optional.of(hash), "mnist");
  }

  /** An origin of which nothing is empty. */
  public static ImageOrigin full() {
    return ImageOrigin.of(model("vae-2d", HASH), "latent-space")
        .withCodes(new LatentCodes(2, 3, new float[] {0.1f, -2, 1e-20f, 3.4e38f, 0, 7}))
        .withSeed(Long.MIN_VALUE)
        .withClasses(List.of(3, 5))
        .withWay(new SamplingWay(SamplerType.DPM_SOLVER, 20, 0.25, 2.5))
        .withTemperature(0.7)
        .with("plane", "1,2")
        .with("Größe", "Łódź \u0007 \"quoted\"\n");
  }
}
